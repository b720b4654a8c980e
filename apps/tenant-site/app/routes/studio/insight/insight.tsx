import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { periodSchema } from '@residency/domain/plays'
import { openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { LinkButton, PageHead } from '@residency/ui/studio'
import { ClockChart } from './clock-chart.tsx'
import { Figures } from './figures.tsx'
import { HowCounted } from './how-counted.tsx'
import { viewInsight } from './insight-view.server.ts'
import { MixTable } from './mix-table.tsx'
import { NoPlays } from './no-plays.tsx'
import { PeriodNav } from './period-nav.tsx'
import { Shares } from './shares.tsx'
import { StepsChart } from './steps-chart.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'insight.view', search: periodSchema }, ({ ctx, search }) => viewInsight(ctx, search))

export default function InsightPage() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation('studioInsight')
  const format = useFormat()
  const days = { from: format.date(data.from), to: format.date(data.to) }
  return (
    <>
      <PageHead
        title={t('title')}
        intro={t(data.days === 1 ? 'introDay' : 'intro', { ...days, zone: data.timeZone })}
        actions={
          <LinkButton href={`/studio/insight/plays.csv?from=${data.from}&to=${data.to}`} download>
            {t('csv')}
          </LinkButton>
        }
      />
      <PeriodNav {...data} />
      {data.totals.plays === 0 ? (
        <NoPlays everBefore={data.everPlayed} />
      ) : (
        <>
          <Figures {...data} />
          <div className="insight">
            <StepsChart {...data} />
            <MixTable {...data} />
            <Shares {...data} />
            <ClockChart clock={data.clock} />
          </div>
        </>
      )}
      <HowCounted apart={data.apart} />
    </>
  )
}
