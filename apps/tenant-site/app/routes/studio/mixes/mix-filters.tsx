import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Button } from '@residency/ui/studio'

const publications = ['draft', 'scheduled', 'published', 'unlisted', 'taken_down'] as const
const stages = ['working', 'failed', 'ready', 'none'] as const

/** Finds by words, and by where a mix stands. A GET: what was asked for stands in the address. */
export function MixFilters({ search }: { search: { q: string; publication?: string; stage?: string } }) {
  const { t } = useTranslation('studioMixes')
  const { q, publication = '', stage = '' } = search
  return (
    <Form method="get" role="search" className="search-form" key={`${q}|${publication}|${stage}`}>
      <label>
        <span>{t('find')}</span>
        <input type="search" name="q" defaultValue={q} autoComplete="off" />
      </label>
      <label>
        <span>{t('state')}</span>
        <select name="publication" defaultValue={publication}>
          <option value="">{t('any')}</option>
          {publications.map((name) => (
            <option key={name} value={name}>
              {t(`publication.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('audio')}</span>
        <select name="stage" defaultValue={stage}>
          <option value="">{t('any')}</option>
          {stages.map((name) => (
            <option key={name} value={name}>
              {t(`filter.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{t('search')}</Button>
    </Form>
  )
}
