/** Which pages may be shared, and what of their query makes them different. Everything else is made for the one who asks. */
export interface SharingRules {
  /** Of the path without its language and without `.data`. */
  isShared: (path: string) => boolean
  /** Query keys that belong to a page. */
  queryKeys: ReadonlySet<string>
  /** Keys that say where somebody came from: the page is the same without them. */
  isIgnored: (key: string) => boolean
}

const longestValue = 60
const longestTarget = 600

/**
 * The one spelling of a request's target, so that equal pages have equal keys: known query keys in order, empty ones and visitors' tracks left out.
 * Null when the query says something that a shared page can't know.
 */
export function canonicalTarget(target: string, rules: SharingRules): string | null {
  if (target.length > longestTarget) return null
  const mark = target.indexOf('?')
  if (mark < 0) return target
  const kept: [string, string][] = []
  const seen = new Set<string>()
  for (const [key, value] of new URLSearchParams(target.slice(mark + 1))) {
    if (value === '' || rules.isIgnored(key)) continue
    if (!rules.queryKeys.has(key) || seen.has(key) || value.length > longestValue) return null
    seen.add(key)
    kept.push([key, value])
  }
  kept.sort(([a], [b]) => (a < b ? -1 : 1))
  const query = new URLSearchParams(kept).toString()
  const path = target.slice(0, mark)
  return query === '' ? path : `${path}?${query}`
}

const tracking = new Set(['fbclid', 'gclid', 'msclkid', 'igshid', 'mc_cid', 'mc_eid', 'ref'])
export const isTrackingKey = (key: string): boolean => key.startsWith('utm_') || tracking.has(key)

/** Only a target that is a path reaches a page: no absolute form, no `//host`, no fragment, no byte that a URL would change. */
export const isPlainTarget = (target: string | undefined): target is string =>
  typeof target === 'string' && target.startsWith('/') && !target.startsWith('//') && !/[^\x21-\x7e]|[\\#]/.test(target)
