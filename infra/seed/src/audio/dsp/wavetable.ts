import { rate } from './sound.ts'

export type Wave = 'saw' | 'square' | 'triangle' | 'sine'

const size = 2048
const octaves = 11
const lowestHz = 20

/** Strength of the nth harmonic. */
const harmonic: Record<Wave, (n: number) => number> = {
  sine: (n) => (n === 1 ? 1 : 0),
  saw: (n) => (2 / Math.PI) * (n % 2 === 0 ? -1 / n : 1 / n),
  square: (n) => (n % 2 === 0 ? 0 : 4 / Math.PI / n),
  triangle: (n) => (n % 2 === 0 ? 0 : ((n % 4 === 1 ? 1 : -1) * 8) / (Math.PI * n) ** 2),
}

const made = new Map<string, Float32Array>()

/** One cycle with as many harmonics as stay below Nyquist for this frequency: no note folds back. One sample longer, for interpolation. */
function tableFor(wave: Wave, hz: number): Float32Array {
  const octave = wave === 'sine' ? 0 : Math.min(octaves - 1, Math.max(0, Math.ceil(Math.log2(hz / lowestHz))))
  const key = `${wave}${octave}`
  const known = made.get(key)
  if (known) return known
  const highest = wave === 'sine' ? 1 : Math.min(size / 4, Math.max(1, Math.floor(rate / 2 / (lowestHz * 2 ** octave))))
  const table = new Float32Array(size + 1)
  for (let n = 1; n <= highest; n++) {
    const strength = harmonic[wave](n)
    if (strength === 0) continue
    const step = (2 * Math.PI * n) / size
    for (let i = 0; i <= size; i++) table[i] = (table[i] as number) + strength * Math.sin(step * i)
  }
  made.set(key, table)
  return table
}

/**
 * Adds an oscillator to `into`. The pitch may glide: it starts `glideFrom` times as high and arrives after `glide` samples.
 * @param phase where in the cycle it begins, 0..1
 */
export function addWave(
  into: Float32Array,
  {
    wave,
    hz,
    gain,
    phase = 0,
    glideFrom = 1,
    glide = 0,
  }: { wave: Wave; hz: number; gain: number; phase?: number; glideFrom?: number; glide?: number },
): void {
  const table = tableFor(wave, hz * Math.max(1, glideFrom))
  const target = (hz / rate) * size
  let step = target * glideFrom
  const bend = glide > 0 ? glideFrom ** (-1 / glide) : 1
  let at = phase * size
  for (let i = 0; i < into.length; i++) {
    const whole = at | 0
    const low = table[whole] as number
    into[i] = (into[i] as number) + gain * (low + (at - whole) * ((table[whole + 1] as number) - low))
    at += step
    if (at >= size) at -= size
    if (i < glide) step *= bend
    else step = target
  }
}
