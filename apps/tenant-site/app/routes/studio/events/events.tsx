import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listEditedEvents, listEditedEventsSchema } from '@residency/domain/events'
import { openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, EmptyState, LinkButton, PageHead, Table } from '@residency/ui/studio'
import { Pager } from '../pager.tsx'
import { SearchForm } from '../search-form.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'events.edit', search: listEditedEventsSchema }, async ({ ctx, search }) => {
    const { events, ...found } = await listEditedEvents(ctx, search)
    return { ...found, q: search.q, events: events.map(({ description: _description, ...event }) => event) }
  })

export default function Events() {
  const { events, q, total, page, pageCount } = useLoaderData<typeof loader>()
  const { t } = useTranslation('studioEvents')
  const format = useFormat()
  const isEmpty = total === 0 && q === ''
  const make = (
    <LinkButton weight="main" href="/studio/events/new">
      {t('new')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} actions={isEmpty ? undefined : make} />
      {isEmpty ? null : <SearchForm label={t('find')} q={q} />}
      <Table
        caption={t('title')}
        rows={events}
        rowKey={(row) => row.id}
        empty={
          q ? (
            <EmptyState title={t('nothingFound', { q })} action={<LinkButton href="/studio/events">{t('showAll')}</LinkButton>} />
          ) : (
            <EmptyState title={t('none')} action={make}>
              {t('noneText')}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'when',
            label: t('when'),
            width: '24%',
            cell: (row) => (
              <time dateTime={String(row.startsAt)}>{format.dateTime(row.startsAt, { timeZone: row.timeZone, style: 'medium' })}</time>
            ),
          },
          { key: 'title', label: t('event'), heading: true, cell: (row) => <a href={`/studio/events/${row.id}`}>{row.title}</a> },
          { key: 'where', label: t('where'), width: '26%', cell: (row) => `${row.venue}, ${row.city}` },
          {
            key: 'state',
            label: t('state'),
            width: '18%',
            cell: (row) => (
              <span className="badges">
                {row.isPublished ? <Badge tone="good">{t('published')}</Badge> : <Badge>{t('hidden')}</Badge>}
                {row.isOver ? <Badge>{t('over')}</Badge> : null}
              </span>
            ),
          },
        ]}
      />
      <Pager path="/studio/events" q={q} page={page} pageCount={pageCount} total={t('total', { count: total })} />
    </>
  )
}
