declare module 'fft.js' {
  export default class FFT {
    constructor(size: number)
    /** Real input; the first half of the spectrum as pairs of real and imaginary parts. */
    realTransform(out: Float64Array, data: Float64Array): void
    transform(out: Float64Array, data: Float64Array): void
    inverseTransform(out: Float64Array, data: Float64Array): void
  }
}
