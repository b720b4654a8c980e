import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getPlaysGlance } from '@residency/domain/plays'
import { allows } from '@residency/domain/policy'
import { getOverview } from '@residency/domain/site'
import { openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { EmptyState, LinkButton, PageHead, Section, Stat, Stats, Table } from '@residency/ui/studio'
import { auditWords } from './audit-words.ts'
import { useStudio } from './layout.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'studio.view' }, async ({ ctx }) => ({
    ...(await getOverview(ctx)),
    listening: allows(ctx.actor, 'insight.view') ? await getPlaysGlance(ctx) : null,
  }))

export default function Overview() {
  const data = useLoaderData<typeof loader>()
  const { may, timeZone, name } = useStudio()
  const { t } = useTranslation('studio')
  const format = useFormat()
  const can = new Set<string>(may)
  const waiting = [
    ...(data.brandDraft && can.has('brand.edit') ? [{ href: '/studio/brand', label: t('overview.brandDraft') }] : []),
    ...(data.pagesWithDraft > 0 && can.has('pages.edit')
      ? [{ href: '/studio/pages', label: t('overview.pagesWithDraft', { count: data.pagesWithDraft }) }]
      : []),
  ]
  return (
    <>
      <PageHead
        title={t('overview.title', { name })}
        intro={t('overview.intro')}
        actions={<LinkButton href="/">{t('nav.openSite')}</LinkButton>}
      />
      <Stats>
        {data.listening ? (
          <Stat
            label={t('overview.plays')}
            value={format.number(data.listening.week.plays)}
            note={t('overview.playsBefore', { value: format.number(data.listening.before.plays) })}
            href="/studio/insight"
          />
        ) : null}
        <Stat
          label={t('overview.mixes')}
          value={format.number(data.mixes)}
          note={data.drafts > 0 ? t('overview.drafts', { count: data.drafts }) : undefined}
        />
        <Stat
          label={t('overview.events')}
          value={format.number(data.upcomingEvents)}
          href={can.has('events.edit') ? '/studio/events' : undefined}
        />
        <Stat label={t('overview.fans')} value={format.number(data.fans)} note={t('overview.fansThisWeek', { count: data.fansThisWeek })} />
        <Stat label={t('overview.pages')} value={format.number(data.pages)} href={can.has('pages.edit') ? '/studio/pages' : undefined} />
        {/* Six stand in a row; what is listened to tells more than how many pictures there are. */}
        {data.listening ? null : (
          <Stat
            label={t('overview.pictures')}
            value={format.number(data.pictures)}
            href={can.has('media.edit') ? '/studio/media' : undefined}
          />
        )}
        <Stat label={t('overview.crew')} value={format.number(data.crew)} href={can.has('crew.view') ? '/studio/crew' : undefined} />
      </Stats>
      {waiting.length > 0 ? (
        <Section title={t('overview.waiting')} intro={t('overview.waitingIntro')}>
          <ul className="plain-list">
            {waiting.map((item) => (
              <li key={item.href}>
                <a href={item.href}>{item.label}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('overview.recent')} intro={can.has('audit.view') ? <a href="/studio/audit">{t('overview.allOfIt')}</a> : undefined}>
        <Table
          caption={t('overview.recent')}
          rows={data.recent}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('overview.quiet')}>{t('overview.quietText')}</EmptyState>}
          columns={[
            { key: 'what', label: t('audit.what'), heading: true, cell: (row) => auditWords(t, row.action) },
            { key: 'who', label: t('audit.who'), width: '30%', cell: (row) => row.actorName ?? t('audit.system') },
            {
              key: 'when',
              label: t('audit.when'),
              width: '24%',
              align: 'end',
              cell: (row) => <time dateTime={row.at as unknown as string}>{format.dateTime(row.at, { timeZone, style: 'medium' })}</time>,
            },
          ]}
        />
      </Section>
    </>
  )
}
