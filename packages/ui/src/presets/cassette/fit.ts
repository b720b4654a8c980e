import type { CSSProperties } from 'react'

/** Length of a title and of its longest word, for CSS that sets it as large as the label takes (`.cs-fit`). */
export function fit(text: string): CSSProperties {
  const longest = Math.max(4, ...text.split(/[\s-]+/u).map((word) => word.length))
  return { '--word': longest, '--letters': Math.max(longest, text.length) } as CSSProperties
}

/** Which of the three inks a thing is printed in: by its number, so that it keeps it wherever it is shown. */
export const inkOf = (number: number): 1 | 2 | 3 => ((Math.abs(number) % 3) + 1) as 1 | 2 | 3
