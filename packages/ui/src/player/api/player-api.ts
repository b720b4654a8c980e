import type { PlayableView } from '../../site/views.ts'
import type { Beat } from '../beats/heard.ts'
import type { SoundSettings } from '../sound/settings.ts'

/** Why an answer did not come: no line, not theirs (any more) or gone, or the other side is in trouble. */
export type Failure = 'offline' | 'refused' | 'trouble'

export class PlayerApiError extends Error {
  readonly failure: Failure
  constructor(failure: Failure, message: string) {
    super(message)
    this.name = 'PlayerApiError'
    this.failure = failure
  }
}

/** One play with what was heard of it and is not acknowledged yet. */
export interface PlayReport {
  playId: string
  mixId: string
  /** ISO 8601, by this device's clock. */
  startedAt: string
  source: string
  quality: string
  durationMs: number
  beats: Beat[]
}

/** What the devices of an account share. */
export interface SharedState {
  deviceId: string | null
  deviceName: string
  mixId: string | null
  positionMs: number
  /** 1 is as recorded. */
  rate: number
  playing: boolean
  /** When `positionMs` was true. ISO 8601. */
  at: string
  queue: string[]
  version: number
}

export interface SavedSound {
  id: string
  name: string
  settings: SoundSettings
}

/** All that the player asks of a server. The embed and the tests give another. */
export interface PlayerApi {
  /** Throws PlayerApiError. */
  playable(mixId: string, link: string | null): Promise<PlayableView>
  /** Detailed peaks at the path that `playable` gave. Throws PlayerApiError. */
  peaks(path: string): Promise<Uint8Array>
  /** Returns what is committed on the other side. Throws PlayerApiError. */
  report(plays: PlayReport[]): Promise<{ playId: string; seq: number }[]>
  /** For the moment a page goes away: nobody waits for an answer. */
  beacon(plays: PlayReport[]): void
  /** What only an account has; null for visitors without one. */
  account: AccountApi | null
}

export interface AccountApi {
  savePosition(mixId: string, positionMs: number, finished: boolean): Promise<void>
  readState(): Promise<SharedState | null>
  /** Returns the state with its new version, or the newer one that stands. */
  writeState(state: SharedState): Promise<SharedState | null>
  /** Calls back at each change of any device. Returns what ends it. */
  follow(listener: (state: SharedState) => void): () => void
  listSounds(): Promise<SavedSound[]>
  saveSound(name: string, settings: SoundSettings): Promise<SavedSound>
  deleteSound(id: string): Promise<void>
}
