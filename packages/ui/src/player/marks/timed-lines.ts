interface Lines {
  list: HTMLElement
  items: HTMLElement[]
  starts: number[]
  at: number
}

/** Somebody who reads on by themselves is not pulled back for this long. */
const ownPaceMs = 8_000

/** The lyrics and notes of the page go along with the mix: the line that is heard stands out and is kept in view, within their own list. */
export class TimedLines {
  #lists: Lines[] = []
  #readingAt = 0

  /** Called when the page or what plays has changed. Null: nothing plays. */
  look(mixId: string | null): void {
    const found = mixId ? [...document.querySelectorAll<HTMLElement>(`[data-timed="${mixId}"]`)] : []
    if (found.length === this.#lists.length && found.every((list, index) => list === this.#lists[index]?.list)) return
    for (const { items, at } of this.#lists) items[at]?.removeAttribute('aria-current')
    this.#lists = found.map((list) => {
      const items = [...list.querySelectorAll<HTMLElement>('[data-start]')]
      for (const name of ['wheel', 'touchmove', 'keydown'] as const) list.addEventListener(name, this.#reads, { passive: true })
      return { list, items, starts: items.map((item) => Number(item.dataset.start)), at: -1 }
    })
  }

  show(ms: number): void {
    for (const lines of this.#lists) {
      const at = lastBefore(lines.starts, ms)
      if (at === lines.at) continue
      lines.items[lines.at]?.removeAttribute('aria-current')
      lines.at = at
      const item = lines.items[at]
      item?.setAttribute('aria-current', 'true')
      if (item && Date.now() - this.#readingAt > ownPaceMs) bringIntoView(lines.list, item)
    }
  }

  readonly #reads = (): void => {
    this.#readingAt = Date.now()
  }
}

/** Index of the last start that is not after `ms`; -1: none. */
export function lastBefore(starts: readonly number[], ms: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The list moves, never the page. */
function bringIntoView(list: HTMLElement, item: HTMLElement): void {
  const { top: from, height } = list.getBoundingClientRect()
  const box = item.getBoundingClientRect()
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
  list.scrollTo({ top: list.scrollTop + box.top - from - (height - box.height) / 2, behavior })
}
