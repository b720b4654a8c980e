const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * How well typed words fit a text: null when one is nowhere in it. Whole starts of words beat middles, earlier beats later;
 * accents and case are forgiven. Higher is better.
 */
export function matchScore(text: string, typed: string): number | null {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  const target = fold(text)
  let score = 0
  for (const word of words) {
    const at = target.indexOf(word)
    if (at < 0) return null
    const start = target.search(new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u'))
    score += start >= 0 ? 100 - start : 20 - Math.min(at, 19)
  }
  return score
}

/** Those that fit, best first; all of them in their own order while nothing is typed. */
export function rank<T>(items: readonly T[], typed: string, textOf: (item: T) => string): T[] {
  if (typed.trim() === '') return [...items]
  return items
    .map((item, index) => ({ item, index, score: matchScore(textOf(item), typed) }))
    .filter((one): one is { item: T; index: number; score: number } => one.score !== null)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map((one) => one.item)
}
