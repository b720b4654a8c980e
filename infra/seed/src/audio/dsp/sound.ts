/** Samples a second of everything the seed plays. */
export const rate = 44_100

/** A sound of its own, played from its start: a drum hit, a note, a chord. A mono one has the same array on both sides. */
export interface Sound {
  left: Float32Array
  right: Float32Array
}

export const mono = (samples: Float32Array): Sound => ({ left: samples, right: samples })

export const seconds = (s: number): number => Math.round(s * rate)

/** The frequency of a MIDI note in Hz, equal temperament on A = 440 Hz. */
export const hertz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12)

/** `into[at + i] += from[start + i] * gain` for `length` samples. */
export function addInto(into: Float32Array, at: number, from: Float32Array, start: number, length: number, gain: number): void {
  for (let i = 0; i < length; i++) into[at + i] = (into[at + i] as number) + (from[start + i] as number) * gain
}

/** Scales to a peak of one, so that every sound is mixed by its gain alone. */
export function normalise(...channels: Float32Array[]): void {
  let peak = 0
  for (const channel of channels) for (let i = 0; i < channel.length; i++) peak = Math.max(peak, Math.abs(channel[i] as number))
  if (peak === 0) return
  for (const channel of new Set(channels)) for (let i = 0; i < channel.length; i++) channel[i] = (channel[i] as number) / peak
}

/** Ends without a click, whatever the sound was doing. */
export function fadeOut(samples: Float32Array, length: number): void {
  const from = Math.max(0, samples.length - length)
  for (let i = from; i < samples.length; i++) samples[i] = ((samples[i] as number) * (samples.length - 1 - i)) / length
}
