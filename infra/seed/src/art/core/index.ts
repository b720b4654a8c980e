export { fractal, gradientNoise } from './noise.ts'
export { Random } from './random.ts'
export { clamp01, drawMask, hex, ink, type Mask, mix, type Picture, type Rgb, type Size, smoothstep, solid } from './raster.ts'
export { type Line, openType, place, type Typeface } from './type.ts'
