/// <reference path="./signalsmith-stretch.d.ts" />
import moduleUrl from 'signalsmith-stretch?url'
import SignalsmithStretch from 'signalsmith-stretch'

/** Moves the pitch of what runs through it, without touching its speed. Signalsmith Stretch (MIT): WebAssembly in an AudioWorklet. */
export class Pitch {
  readonly node: AudioWorkletNode
  readonly #stretch: Awaited<ReturnType<typeof SignalsmithStretch>>

  private constructor(stretch: Awaited<ReturnType<typeof SignalsmithStretch>>) {
    this.node = stretch
    this.#stretch = stretch
  }

  static async open(context: AudioContext): Promise<Pitch> {
    // Its own way would be a script in a blob, which the page's policy forbids for good reason.
    SignalsmithStretch.moduleUrl = moduleUrl
    return new Pitch(await SignalsmithStretch(context))
  }

  set(semitones: number, keepFormants: boolean): void {
    void this.#stretch.schedule({ active: true, semitones, tonalityHz: 8000, formantCompensation: keepFormants, formantBaseHz: 0 })
  }
}
