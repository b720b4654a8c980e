/** The next round figure at or above `value` (1, 2, 3, 4, 5, 6 or 8 times a power of ten): it and its half are numbers one can read. At least 4. */
export function roundTop(value: number): number {
  if (value <= 4) return 4
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value && (factor * power) % 2 === 0) ?? 10
  return step * power
}

/** Which of `count` steps get a label: the first, the last, and what fits between at even distances. */
export function labelled(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index)
  const every = Math.ceil((count - 1) / (most - 1))
  const marks = Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every)
  const last = marks.at(-1) ?? 0
  if (last === count - 1) return marks
  return count - 1 - last < every / 2 ? [...marks.slice(0, -1), count - 1] : [...marks, count - 1]
}
