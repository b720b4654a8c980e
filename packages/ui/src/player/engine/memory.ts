import type { KeptPlay, PlayMemory } from '../beats/play-counter.ts'
import { type QualityChoice, qualityChoices } from '../rules/quality.ts'
import { emptyQueue, type Queue } from '../rules/queue.ts'
import { readSleep, type Sleep } from '../rules/sleep.ts'
import { plainSound, readSound, type SoundSettings } from '../sound/settings.ts'

/** What a listener has set, kept on this device. */
export interface Settings {
  /** 0 … 1, as the slider stands. */
  volume: number
  muted: boolean
  choice: QualityChoice
  normalise: boolean
  /** Seconds two mixes overlap; 0: one follows the other without a gap. */
  crossfadeS: number
  sound: SoundSettings
}

export interface Session {
  queue: Queue
  positionMs: number
  playing: boolean
  rate: number
  sleep: Sleep | null
}

const settingsKey = 'player.settings'
const positionsKey = 'player.positions'
const sessionKey = 'player.session'
const playKey = 'player.play'
const mostPositions = 200

function read(storage: () => Storage, key: string): unknown {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null')
  } catch {
    return null
  }
}
function write(storage: () => Storage, key: string, value: unknown): void {
  try {
    storage().setItem(key, JSON.stringify(value))
  } catch {
    // Nothing can be kept in this browser: everything works, for this visit.
  }
}
const local = (): Storage => localStorage
const tab = (): Storage => sessionStorage
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

export function readSettings(): Settings {
  const kept = record(read(local, settingsKey))
  const volume = typeof kept.volume === 'number' ? Math.min(1, Math.max(0, kept.volume)) : 1
  const crossfadeS = typeof kept.crossfadeS === 'number' ? Math.min(12, Math.max(0, kept.crossfadeS)) : 0
  return {
    volume,
    muted: kept.muted === true,
    choice: qualityChoices.find((choice) => choice === kept.choice) ?? 'auto',
    normalise: kept.normalise !== false,
    crossfadeS,
    sound: kept.sound ? readSound(kept.sound) : plainSound,
  }
}
export const writeSettings = (settings: Settings): void => write(local, settingsKey, settings)

/** Where a visitor without an account left off, by mix. */
export function readPosition(mixId: string): number | null {
  const at = record(read(local, positionsKey))[mixId]
  return typeof at === 'number' ? at : null
}
export function writePosition(mixId: string, positionMs: number | null): void {
  const kept = record(read(local, positionsKey))
  delete kept[mixId]
  const entries = Object.entries(positionMs === null ? kept : { ...kept, [mixId]: Math.round(positionMs) })
  write(local, positionsKey, Object.fromEntries(entries.slice(-mostPositions)))
}

/** What played in this tab before its document was loaded anew. */
export function readSession(): Session | null {
  const kept = record(read(tab, sessionKey))
  const queue = kept.queue as Queue | undefined
  if (!queue || !Array.isArray(queue.items) || queue.items.length === 0) return null
  return {
    queue: { items: queue.items, at: Math.min(Math.max(0, queue.at), queue.items.length - 1) },
    positionMs: typeof kept.positionMs === 'number' ? kept.positionMs : 0,
    playing: kept.playing === true,
    rate: typeof kept.rate === 'number' ? kept.rate : 1,
    sleep: readSleep(kept.sleep),
  }
}
export const writeSession = (session: Session): void => write(tab, sessionKey, session)
export const clearSession = (): void => writeSession({ queue: emptyQueue, positionMs: 0, playing: false, rate: 1, sleep: null })

/** The play this tab is in the middle of. */
export const tabPlay: PlayMemory = {
  read: () => {
    const { playId, mixId, startedAt, durationMs, seq } = record(read(tab, playKey))
    if (typeof playId !== 'string' || typeof mixId !== 'string' || typeof startedAt !== 'string') return null
    return typeof durationMs === 'number' && typeof seq === 'number'
      ? ({ playId, mixId, startedAt, durationMs, seq } satisfies KeptPlay)
      : null
  },
  write: (play) => write(tab, playKey, play),
}
