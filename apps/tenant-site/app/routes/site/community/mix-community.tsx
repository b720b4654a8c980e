import { useFetcher } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { useEffect } from 'react'
import type { CommunityView } from '../../../shape/community.ts'
import { CommunityBody } from './community-body.tsx'
import { useMarkers } from './use-markers.ts'

/**
 * What fans say, on the mix's own page. It loads apart: the page is one for everybody and kept, this is neither. Without scripts it is the way
 * to a page of its own.
 */
export function MixCommunity({ mixId, href, link }: { mixId: string; href: string; link: string | null }) {
  const { t } = useTranslation('community')
  const { load, data, state } = useFetcher<{ view: CommunityView }>({ key: `community-${mixId}` })
  const at = link ? `${href}/comments?${new URLSearchParams({ link })}` : `${href}/comments`
  useEffect(() => {
    load(at)
  }, [load, at])
  const view = data?.view.mix.id === mixId ? data.view : null
  useMarkers(mixId, view?.markers ?? null)
  return (
    <section className="community" aria-labelledby="community" data-busy={!view && state !== 'idle' ? '' : undefined}>
      <h2 id="community">{t('title')}</h2>
      {view ? (
        <CommunityBody view={view} />
      ) : (
        <p className="community-wait">
          <a href={at}>{t('open')}</a>
        </p>
      )}
      <p className="community-foot">
        <a href={`${href}/report`}>{t('reportMix')}</a>
      </p>
    </section>
  )
}
