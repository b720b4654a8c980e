import type { PlayableView } from '../../site/views.ts'
import type { Quality } from '../rules/quality.ts'
import type { Queue } from '../rules/queue.ts'
import type { Sleep } from '../rules/sleep.ts'
import type { Status } from '../rules/status.ts'
import type { Settings } from './memory.ts'

/** What stands in the way, and who can do something about it. */
export type Problem =
  | ({ kind: 'locked' } & NonNullable<PlayableView['locked']>)
  /** It is not there (any more), or not theirs. */
  | { kind: 'refused' }
  | { kind: 'offline' }
  | { kind: 'trouble' }
  | { kind: 'unreadable' }
  /** The browser wants a press of its own before it makes a sound. */
  | { kind: 'blocked' }

export interface Elsewhere {
  deviceName: string
  mixId: string
  positionMs: number
  /** When that was true, by the clock of this device. */
  at: number
  rate: number
  queue: string[]
}

/** Everything the player shows, but the time: that changes too often to be drawn anew with all the rest. */
export interface PlayerState extends Settings {
  status: Status
  mix: PlayableView | null
  queue: Queue
  problem: Problem | null
  quality: Quality | null
  rate: number
  sleep: Sleep | null
  /** Another device of this account plays. */
  elsewhere: Elsewhere | null
  /** iPhones keep the volume to their keys. */
  canSetVolume: boolean
  /** Something the sound room asks for could not be had here. */
  soundProblem: 'unsupported' | null
}

/** A value that can be watched: what React calls an external store. */
export class Store<T extends object> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }
  readonly get = (): T => this.#value
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  set(change: Partial<T>): void {
    if (Object.entries(change).every(([key, value]) => Object.is(this.#value[key as keyof T], value))) return
    this.#value = { ...this.#value, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}

/** Why a mix without a stream has none. */
export const lockOf = (mix: PlayableView): Problem => (mix.locked ? { kind: 'locked', ...mix.locked } : { kind: 'refused' })
