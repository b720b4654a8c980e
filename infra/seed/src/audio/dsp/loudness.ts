import { rate } from './sound.ts'

/** Both stages of ITU-R BS.1770's weighting at 48 kHz, moved to our rate by the bilinear transform of their analogue shapes. */
function stages(): [number, number, number, number, number][] {
  const shelf = () => {
    const [hz, db, q] = [1681.974450955533, 3.999843853973347, 0.7071752369554196]
    const k = Math.tan((Math.PI * hz) / rate)
    const high = 10 ** (db / 20)
    const band = high ** 0.4996667741545416
    const a0 = 1 + k / q + k * k
    return [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
      (2 * (k * k - 1)) / a0,
      (1 - k / q + k * k) / a0,
    ]
  }
  const highpass = () => {
    const [hz, q] = [38.13547087602444, 0.5003270373238773]
    const k = Math.tan((Math.PI * hz) / rate)
    const a0 = 1 + k / q + k * k
    return [1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0]
  }
  return [shelf(), highpass()] as [number, number, number, number, number][]
}

/** Loudness in LUFS of a passage, ungated: right for a few bars that are loud throughout. */
export function loudnessOf(left: Float32Array, right: Float32Array): number {
  let power = 0
  for (const side of [left, right]) {
    const samples = Float64Array.from(side)
    for (const [b0, b1, b2, a1, a2] of stages()) {
      let [x1, x2, y1, y2] = [0, 0, 0, 0]
      for (let i = 0; i < samples.length; i++) {
        const x = samples[i] as number
        const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
        ;[x2, x1, y2, y1] = [x1, x, y1, y]
        samples[i] = y
      }
    }
    let sum = 0
    for (let i = 0; i < samples.length; i++) sum += (samples[i] as number) ** 2
    power += sum / samples.length
  }
  return -0.691 + 10 * Math.log10(power + 1e-12)
}
