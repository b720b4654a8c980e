/** How hard each of a bar's sixteenths is struck: `X` accent, `x` hit, `o` soft, `-` ghost, `.` rest. Spaces are for the eye. */
export function steps(text: string): number[] {
  const strength: Record<string, number> = { X: 1, x: 0.82, o: 0.55, '-': 0.28, '.': 0 }
  return [...text.replaceAll(' ', '')].map((sign) => {
    const value = strength[sign]
    if (value === undefined) throw new Error(`Not a step: ${sign}`)
    return value
  })
}

/** `hits` spread over `length` steps as evenly as whole steps allow (Bjorklund), turned by `turn`. */
export function euclid(hits: number, length: number, turn = 0): number[] {
  return Array.from({ length }, (_, i) => {
    const at = (i + turn) % length
    return (at * hits) % length < hits ? 0.8 : 0
  })
}

/** Notes of a line in sixteenths of one or more bars: `[step, degrees above the chord's root, length in steps, velocity]`. */
export type Line = readonly (readonly [step: number, interval: number, length: number, velocity: number])[]

/** `'0:0/3 6:4/2!'`: on step 0 the root for three steps, on step 6 its fifth (four degrees up) for two, accented. */
export function line(text: string): Line {
  return text.split(' ').map((word) => {
    const found = /^(\d+):(-?\d+)\/(\d+)(!?)$/.exec(word)
    if (!found) throw new Error(`Not a note: ${word}`)
    return [Number(found[1]), Number(found[2]), Number(found[3]), found[4] ? 1 : 0.7]
  })
}
