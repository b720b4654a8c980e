/// <reference path="./hls-light.d.ts" />
import type { ErrorData, Level } from 'hls.js'
import Hls from 'hls.js/light'
import { bestFirst, fixedQuality, type Quality, type QualityChoice } from '../rules/quality.ts'
import type { Feed, FeedOptions } from './feed.ts'

/** After a lost line: 1, 2, 4 … 15 s, for as long as somebody waits. */
const patience = (tries: number): number => Math.min(15_000, 1_000 * 2 ** tries)
/** A line has to carry this much more than lossless needs before it is kept. */
const headroom = 1.2

const qualityOf = (level: Level | undefined): Quality | null => {
  const name = level?.url[0]?.match(/\/(aac128|aac256|aac320|flac)\/index\.m3u8/)?.[1]
  return (name as Quality | undefined) ?? null
}

/** hls.js over Media Source Extensions. Minutes are buffered, so that a tunnel is not heard. */
export function hlsFeed(audio: HTMLAudioElement, options: FeedOptions): Feed {
  const { source, startAt, savesData, onTrouble, onArrived, onQuality } = options
  let choice = options.choice
  let tries = 0
  let recovered = false
  let gone = false
  let later: ReturnType<typeof setTimeout> | undefined

  const hls = new Hls({
    startPosition: Math.max(0, startAt),
    maxBufferLength: 60,
    maxMaxBufferLength: 240,
    backBufferLength: 60,
    enableWorker: false,
    // The whole of a mix being encoded is heard from its beginning, not from its newest second.
    liveSyncDurationCount: 1_000_000,
    capLevelToPlayerSize: false,
    abrEwmaDefaultEstimate: 600_000,
    startLevel: -1,
    autoStartLoad: false,
  })

  /** Lossless and AAC are of two kinds: hls.js stays within the kind it began with, so the kind is chosen here. */
  const choose = (): void => {
    const levels = hls.levels
    const offered = levels.map(qualityOf).filter((quality) => quality !== null)
    const fixed = fixedQuality(choice, offered, savesData)
    const lossy = levels.map((level, index) => ({ index, quality: qualityOf(level) })).filter(({ quality }) => quality !== 'flac')
    hls.autoLevelCapping = lossy.at(-1)?.index ?? -1
    const wanted = fixed ?? (bestFirst(offered)[0] === 'flac' && carries(levels) ? 'flac' : null)
    const index = wanted ? levels.findIndex((level) => qualityOf(level) === wanted) : -1
    if (levels.length < 2) return
    // `nextLevel` throws away what is buffered, to be heard sooner: only for a quality that is another one.
    if (index < 0 || index === hls.currentLevel || audio.readyState === 0) hls.loadLevel = index
    else hls.nextLevel = index
  }
  const carries = (levels: Level[]): boolean => {
    const flac = levels.find((level) => qualityOf(level) === 'flac')
    const line = (navigator as { connection?: { downlink?: number } }).connection?.downlink
    const known = hls.bandwidthEstimate > 600_001 ? hls.bandwidthEstimate : (line ?? 10) * 1_000_000
    return flac !== undefined && known > flac.bitrate * headroom
  }

  hls.on(Hls.Events.MANIFEST_PARSED, () => {
    choose()
    hls.startLoad(Math.max(0, startAt))
  })
  hls.on(Hls.Events.LEVEL_SWITCHED, (_event, { level }) => {
    const quality = qualityOf(hls.levels[level])
    if (quality) onQuality(quality)
  })
  hls.on(Hls.Events.FRAG_LOADED, () => {
    tries = 0
    onArrived()
    const now = qualityOf(hls.levels[hls.loadLevel])
    // The best quality was too much for this line after all.
    if (choice === 'auto' && now === 'flac' && !carries(hls.levels)) hls.loadLevel = -1
  })
  hls.on(Hls.Events.ERROR, (_event, data: ErrorData) => {
    const status = data.response?.code
    if (status === 401 || status === 403 || status === 404 || status === 410) return refused()
    if (!data.fatal) {
      // hls.js asks again by itself for half a minute: whoever listens is told at once.
      if (data.type === Hls.ErrorTypes.NETWORK_ERROR && !status) onTrouble('lost')
      return
    }
    if (data.type === Hls.ErrorTypes.NETWORK_ERROR) return lost()
    if (data.type === Hls.ErrorTypes.MEDIA_ERROR && !recovered) {
      recovered = true
      hls.recoverMediaError()
      return
    }
    onTrouble('unreadable')
  })

  const refused = (): void => {
    if (gone) return
    gone = true
    hls.stopLoad()
    onTrouble('refused')
  }
  const lost = (): void => {
    onTrouble('lost')
    clearTimeout(later)
    later = setTimeout(retry, patience(tries))
    tries += 1
  }
  const retry = (): void => {
    clearTimeout(later)
    if (hls.levels.length === 0) hls.loadSource(source.master)
    else hls.startLoad(audio.currentTime, true)
  }
  window.addEventListener('online', retry)
  // Neither this nor an HLS of its own: it says so, instead of waiting for ever. Afterwards, since the deck does not know this feed yet.
  if (!Hls.isSupported()) setTimeout(() => onTrouble('unreadable'))
  hls.attachMedia(audio)
  hls.loadSource(source.master)

  return {
    setQuality: (next: QualityChoice) => {
      choice = next
      choose()
    },
    retry,
    hold: (held) => {
      if (held) hls.pauseBuffering()
      else hls.resumeBuffering()
    },
    destroy: () => {
      clearTimeout(later)
      window.removeEventListener('online', retry)
      hls.destroy()
    },
  }
}
