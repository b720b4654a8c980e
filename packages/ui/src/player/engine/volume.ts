import type { PlayableView } from '../../site/views.ts'
import { dbToGain, normalisingDb, sliderGain } from '../rules/loudness.ts'
import type { Deck } from './deck.ts'

/** Where a deck's loudness is set when the sound room has taken the elements over. */
export interface Mixer {
  setGain(deck: number, gain: number): void
}

/** How loud a mix is played: what the listener set, what its own loudness asks for, and what the sleep timer and a crossfade leave of it. */
export function gainOf(
  settings: { volume: number; muted: boolean; normalise: boolean },
  mix: Pick<PlayableView, 'loudness'> | null,
  sleepGain: number,
  fade: number,
): number {
  if (settings.muted) return 0
  const own = settings.normalise && mix ? dbToGain(normalisingDb(mix.loudness)) : 1
  return sliderGain(settings.volume) * own * sleepGain * fade
}

/** An element alone can only be made quieter; above 1 needs the sound room's gain. */
export function setDeckGain(deck: Deck, index: number, gain: number, mixer: Mixer | null): void {
  if (mixer) {
    deck.audio.volume = 1
    mixer.setGain(index, gain)
  } else deck.audio.volume = Math.min(1, gain)
}

/** iPhones answer that the volume is 1 whatever is set. */
export function canSetVolume(audio: HTMLAudioElement): boolean {
  const before = audio.volume
  audio.volume = 0.5
  const can = audio.volume === 0.5
  audio.volume = before
  return can
}
