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
  /** Something came: whatever was lost is back. */
  onArrived: () => void
  onQuality: (quality: Quality) => void
}

export type MakeFeed = (audio: HTMLAudioElement, options: FeedOptions) => Feed
