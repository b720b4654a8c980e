export type ImageProblem =
  /** Not a picture of a kind we take: JPEG, PNG, WebP, AVIF or GIF. */
  | 'unsupported'
  /** SVG runs scripts and reads addresses: a stranger's is never taken. */
  | 'svg'
  | 'too_many_bytes'
  | 'too_many_pixels'
  /** Begins like a picture and can't be decoded as one. */
  | 'broken'
  /** Took longer than a real picture would. */
  | 'too_slow'

export class ImageError extends Error {
  readonly problem: ImageProblem
  constructor(problem: ImageProblem, cause?: unknown) {
    super(`The picture was refused: ${problem}`, { cause })
    this.name = 'ImageError'
    this.problem = problem
  }
}

/** libvips tells in words alone what went wrong. */
export function asImageError(error: unknown): ImageError {
  if (error instanceof ImageError) return error
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit|too large|maximum.*dimension/i.test(message)) return new ImageError('too_many_pixels', error)
  if (/timeout/i.test(message)) return new ImageError('too_slow', error)
  return new ImageError('broken', error)
}
