import { useTranslation } from 'react-i18next'
import { mixesHref } from './mixes-href.ts'
import type { MixesView } from './views.ts'

/** First, last, the present page and its neighbours; null is a gap. */
export function pageWindow(page: number, count: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, count].filter((one) => one >= 1 && one <= count)
  const shown = [...new Set(wanted)].sort((a, b) => a - b)
  return shown.flatMap((one, index) => {
    const before = shown[index - 1]
    if (before === undefined || one - before === 1) return [one]
    // A gap of one page is that page: dots would be no shorter.
    return one - before === 2 ? [before + 1, one] : [null, one]
  })
}

export function Pagination({ view, className }: { view: MixesView; className?: string }) {
  const { t } = useTranslation('site')
  if (view.pageCount < 2) return null
  const { page, pageCount } = view
  return (
    <nav className={className ? `pages ${className}` : 'pages'} aria-label={t('pages.label')}>
      {page > 1 ? (
        <a className="pages-step" rel="prev" href={mixesHref(view, { page: page - 1 })}>
          {t('pages.previous')}
        </a>
      ) : null}
      <ol>
        {pageWindow(page, pageCount).map((one, index) => (
          <li key={one ?? `gap-${index}`}>
            {one === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={mixesHref(view, { page: one })}
                aria-label={t('pages.page', { number: one })}
                aria-current={one === page ? 'page' : undefined}
              >
                {one}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pageCount ? (
        <a className="pages-step" rel="next" href={mixesHref(view, { page: page + 1 })}>
          {t('pages.next')}
        </a>
      ) : null}
    </nav>
  )
}
