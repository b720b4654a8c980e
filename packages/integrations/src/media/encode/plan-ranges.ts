/** A stretch of whole segments that one encoder makes from beginning to end. */
export interface Range {
  firstSegment: number
  segments: number
  /** The recording ends within it. */
  last: boolean
}

/** The first is heard soon; a shorter one costs more in starting an encoder than it gains. */
const shortest = 2
/** Ten minutes: what is made ahead of its turn waits on disk. */
const longest = 100

/**
 * Deals a recording's segments out, in order: ranges grow, so that starting encoders costs little, and shrink towards the end, so that all of
 * them end at about the same time.
 */
export function* planRanges(segments: number, encoders: number): Generator<Range, void> {
  let firstSegment = 0
  for (let index = 0; firstSegment < segments; index += 1) {
    const left = segments - firstSegment
    const fair = Math.max(shortest, Math.ceil(left / (2 * encoders)))
    const count = Math.min(left, longest, fair, shortest * 2 ** index)
    yield { firstSegment, segments: count, last: count === left }
    firstSegment += count
  }
}
