import FFT from 'fft.js'

// This folder's inner loops run some hundred million times for an hour of sound: no arrays are made in them, not even to be taken apart.

/** Magnitudes of a frame under a Hann window. The array is reused by the next call. */
export class Spectrum {
  readonly size: number
  readonly magnitudes: Float64Array
  private readonly fft: FFT
  private readonly window: Float64Array
  private readonly frame: Float64Array
  private readonly out: Float64Array

  constructor(size: number) {
    this.size = size
    this.fft = new FFT(size)
    this.window = Float64Array.from({ length: size }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size))
    this.frame = new Float64Array(size)
    this.out = new Float64Array(size * 2)
    this.magnitudes = new Float64Array(size / 2)
  }

  /** `size` samples of `signal` from `from` on. */
  of(signal: Float32Array, from: number): Float64Array {
    const { frame, window, out, magnitudes } = this
    for (let at = 0; at < frame.length; at += 1) frame[at] = (signal[from + at] as number) * (window[at] as number)
    this.fft.realTransform(out, frame)
    for (let bin = 0; bin < magnitudes.length; bin += 1) {
      const real = out[2 * bin] as number
      const imaginary = out[2 * bin + 1] as number
      magnitudes[bin] = Math.sqrt(real * real + imaginary * imaginary)
    }
    return magnitudes
  }
}
