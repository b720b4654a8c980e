import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { periodSchema } from '@residency/domain/plays'
import { openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { LinkButton, PageHead } from '@residency/ui/studio'
import { z } from 'zod'
import { ClockChart } from './clock-chart.tsx'
import { Figures } from './figures.tsx'
import { HowCounted } from './how-counted.tsx'
import { viewInsight } from './insight-view.server.ts'
import { MixRetention } from './mix-retention.tsx'
import { NoPlays } from './no-plays.tsx'
import { PeriodNav } from './period-nav.tsx'
import { Shares } from './shares.tsx'
import { StepsChart } from './steps-chart.tsx'

const params = z.object({ mixId: z.uuid() })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'insight.view', params, search: periodSchema }, ({ ctx, params: { mixId }, search }) =>
    viewInsight(ctx, search, mixId),
  )

export default function MixInsightPage() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation('studioInsight')
  const format = useFormat()
  const { mix } = data
  if (!mix) return null
  const query = `from=${data.from}&to=${data.to}`
  return (
    <>
      <PageHead
        title={mix.title}
        intro={t(data.days === 1 ? 'mixIntroDay' : 'mixIntro', { from: format.date(data.from), to: format.date(data.to) })}
        back={{ href: `/studio/insight?${query}`, label: t('back') }}
        actions={
          <>
            <LinkButton href={`/studio/insight/plays.csv?${query}&mixId=${mix.id}`} download>
              {t('csv')}
            </LinkButton>{' '}
            <LinkButton href={`/studio/insight/seconds.csv?${query}&mixId=${mix.id}`} download>
              {t('csvSeconds')}
            </LinkButton>
          </>
        }
      />
      <PeriodNav {...data} />
      {data.totals.plays === 0 ? (
        <NoPlays everBefore={data.everPlayed} />
      ) : (
        <>
          <Figures {...data} />
          <div className="insight">
            <MixRetention mix={mix} />
            <StepsChart {...data} />
            <Shares {...data} />
            <ClockChart clock={data.clock} />
          </div>
        </>
      )}
      <HowCounted apart={data.apart} />
    </>
  )
}
