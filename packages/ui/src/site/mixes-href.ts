import type { MixesView } from './views.ts'

/** The catalogue's address with some of what was asked changed. Empty values and defaults are left out, so that equal lists have equal addresses. */
export function mixesHref(view: Pick<MixesView, 'action' | 'query' | 'page'>, change: Record<string, string | number>): string {
  const asked: Record<string, string | number> = { ...view.query, page: view.page, ...change }
  const params = new URLSearchParams()
  for (const name of ['q', 'genre', 'mood', 'year', 'sort', 'page']) {
    const value = String(asked[name] ?? '').trim()
    if (value === '' || (name === 'sort' && value === 'newest') || (name === 'page' && value === '1')) continue
    params.set(name, value)
  }
  const query = params.toString()
  return query ? `${view.action}?${query}` : view.action
}
