import { useTranslation } from 'react-i18next'
import { EmptyState, FilterResult, MixFilters, Pagination, useSiteRuntime } from '../../site/index.ts'
import type { MixesView, SiteView } from '../../site/views.ts'
import { MixSlices } from './posters.tsx'
import { Title } from './title.tsx'

export function Mixes({ view }: { site: SiteView; view: MixesView }) {
  const { t } = useTranslation('site')
  const { pending } = useSiteRuntime()
  const { q, genre, mood, year } = view.query
  const asked = [q, genre, mood, year].some(Boolean)
  return (
    <>
      <Title text={t('sections.mixes')}>{view.total > 0 || asked ? <FilterResult view={view} /> : null}</Title>
      {view.total > 0 || asked ? <MixFilters view={view} /> : null}
      <div className="catalogue" aria-busy={pending || undefined}>
        {view.mixes.length > 0 ? <MixSlices mixes={view.mixes} /> : null}
        {view.mixes.length === 0 && asked ? (
          <EmptyState title={t('empty.found')} action={{ href: view.action, label: t('filters.clear') }}>
            {t('empty.foundText')}
          </EmptyState>
        ) : null}
        {view.mixes.length === 0 && !asked ? <EmptyState title={t('empty.mixes')}>{t('empty.mixesText')}</EmptyState> : null}
      </div>
      <Pagination view={view} />
    </>
  )
}
