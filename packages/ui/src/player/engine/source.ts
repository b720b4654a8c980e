import type { Quality, QualityChoice } from '../rules/quality.ts'

/** What a deck plays: the master playlist and what is offered in it. */
export interface StreamSource {
  master: string
  qualities: Quality[]
}

/**
 * `refused`: the ticket is not good (any more). `lost`: the line is gone; it goes on by itself when the line is back.
 * `unreadable`: what came is no audio for this browser.
 */
export type Trouble = 'refused' | 'lost' | 'unreadable'

export interface Feed {
  setQuality(choice: QualityChoice): void
  /** The line is back, or somebody wants to try again. */
  retry(): void
  /** Keeps what is buffered but asks for no more, or asks again. */
  hold(held: boolean): void
  destroy(): void
}

export interface FeedOptions {
  source: StreamSource
  /** Seconds. */
  startAt: number
  choice: QualityChoice
  savesData: boolean
  onTrouble: (trouble: Trouble) => void
  onQuality: (quality: Quality) => void
}

export type MakeFeed = (audio: HTMLAudioElement, options: FeedOptions) => Feed

/** Media Source Extensions, or Apple's managed kind of them. iPhones before iOS 17.1 have neither and play HLS themselves. */
export const hasMediaSource = (): boolean =>
  typeof MediaSource !== 'undefined' || typeof (globalThis as { ManagedMediaSource?: unknown }).ManagedMediaSource !== 'undefined'

/** An iPhone or iPad, whatever it says it is: there the system's own HLS goes on behind a locked screen, MSE does not reliably. */
export const isAppleTouch = (): boolean =>
  /iP(hone|ad|od)/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)

const playsNatively = (): boolean => document.createElement('audio').canPlayType('application/vnd.apple.mpegurl') !== ''

/** hls.js where it can run, on purpose also where a browser says "maybe" to HLS; the browser's own on Apple's touch devices and where there is no MSE. */
export async function loadFeed(): Promise<MakeFeed> {
  if ((isAppleTouch() || !hasMediaSource()) && playsNatively()) return (await import('./native-feed.ts')).nativeFeed
  return (await import('./hls-feed.ts')).hlsFeed
}

/** The visitor has asked their browser to be sparing. */
export const savesData = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
