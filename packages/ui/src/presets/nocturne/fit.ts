import type { CSSProperties } from 'react'

/**
 * Length of a title and of its longest word, for CSS that sets it as large as it fits (`.nc-fit`).
 * A name of five letters fills the page; one of ninety still breaks between words and never leaves it.
 */
export function fit(text: string): CSSProperties {
  const longest = Math.max(4, ...text.split(/[\s-]+/u).map((word) => word.length))
  return { '--word': longest, '--letters': Math.max(longest, text.length) } as CSSProperties
}
