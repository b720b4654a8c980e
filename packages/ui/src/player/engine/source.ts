import type { MakeFeed } from './feed.ts'

/** Media Source Extensions, or Apple's managed kind of them. iPhones before iOS 17.1 have neither and play HLS themselves. */
const hasMediaSource = (): boolean =>
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
