export { ImageError, type ImageProblem } from './image-error.ts'
export { type ImageFacts, probeImage } from './probe-image.ts'
export { cropAround, type RenderedImage, type RenderFormat, type RenderOptions, renderImage } from './render-image.ts'
export { type ImageFormat, imageFormats, sniffImage } from './sniff.ts'
