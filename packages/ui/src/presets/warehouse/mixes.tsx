import { useTranslation } from 'react-i18next'
import { EmptyState, FilterResult, MixFilters, Pagination } from '../../site/index.ts'
import type { MixesView, SiteView } from '../../site/views.ts'
import { Poster, SetList } from './parts.tsx'

export function Mixes({ site, view }: { site: SiteView; view: MixesView }) {
  const { t } = useTranslation('site')
  const { q, genre, mood, year } = view.query
  const asked = q !== '' || genre !== '' || mood !== '' || year !== ''
  return (
    <>
      <header className="hero hero-page">
        <Poster text={t('sections.mixes')} flat={0.2} tall={0.3} />
      </header>
      <MixFilters view={view} />
      <FilterResult view={view} />
      {view.mixes.length > 0 ? (
        <SetList mixes={view.mixes} locale={site.locale} />
      ) : (
        <EmptyState
          title={asked ? t('empty.found') : t('empty.mixes')}
          action={asked ? { href: view.action, label: t('filters.clear') } : undefined}
        >
          <p>{asked ? t('empty.foundText') : t('empty.mixesText')}</p>
        </EmptyState>
      )}
      <Pagination view={view} />
    </>
  )
}
