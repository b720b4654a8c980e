import { useTranslation } from '@residency/i18n/react'
import { LinkButton } from '@residency/ui/studio'

/** Where one is in a long list, and the way on. Says nothing where there is one page. */
export function Pager({
  path,
  q,
  more = {},
  page,
  pageCount,
  total,
}: {
  path: string
  q: string
  /** Filters that stay as they are. */
  more?: Record<string, string | undefined>
  page: number
  pageCount: number
  total: string
}) {
  const { t } = useTranslation('studio')
  const kept = Object.fromEntries(Object.entries({ q, ...more }).filter((entry): entry is [string, string] => Boolean(entry[1])))
  const at = (to: number) => `${path}?${new URLSearchParams({ ...kept, ...(to > 1 ? { page: String(to) } : {}) })}`
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      <span>{total}</span>
      {pageCount > 1 ? (
        <>
          <span>{t('list.page', { page, count: pageCount })}</span>
          {page > 1 ? <LinkButton href={at(page - 1)}>{t('list.before')}</LinkButton> : null}
          {page < pageCount ? <LinkButton href={at(page + 1)}>{t('list.after')}</LinkButton> : null}
        </>
      ) : null}
    </nav>
  )
}
