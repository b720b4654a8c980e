import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { TrackRow } from '../../site/views.ts'
import type { PlayerEngine } from '../engine/engine.ts'
import type { PlayerState } from '../engine/store.ts'
import { trackAt } from '../rules/chapters.ts'
import type { SoundRoom } from '../sound/sound-room.ts'

export interface PlayerParts {
  engine: PlayerEngine
  sound: SoundRoom
}
const Context = createContext<PlayerParts | null>(null)
export const PlayerProvider = Context.Provider

export function usePlayer(): PlayerParts {
  const parts = useContext(Context)
  if (!parts) throw new Error('No player: wrap this in PlayerProvider')
  return parts
}
export function usePlayerState(): PlayerState {
  const { store } = usePlayer().engine
  return useSyncExternalStore(store.subscribe, store.get)
}

/** The place in the mix, as coarsely as it is shown: whoever shows seconds is not drawn four times in each. */
export function usePosition(stepMs = 1_000): number {
  const { engine } = usePlayer()
  const [ms, setMs] = useState(() => Math.floor(engine.positionMs / stepMs) * stepMs)
  useEffect(() => {
    const rounded = (now: number) => Math.floor(now / stepMs) * stepMs
    setMs(rounded(engine.positionMs))
    return engine.onTime((now) => setMs(rounded(now)))
  }, [engine, stepMs])
  return ms
}

const none: readonly TrackRow[] = []

/** Index of the track that is heard; -1: none. */
export function useTrack(): number {
  const { engine } = usePlayer()
  const tracks = usePlayerState().mix?.tracks ?? none
  const [index, setIndex] = useState(-1)
  useEffect(() => {
    const look = (ms: number) => setIndex(trackAt(tracks, ms))
    look(engine.positionMs)
    return engine.onTime(look)
  }, [engine, tracks])
  return index
}

export function useMedia(query: string): boolean {
  const subscribe = (listener: () => void) => {
    const list = matchMedia(query)
    list.addEventListener('change', listener)
    return () => list.removeEventListener('change', listener)
  }
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
