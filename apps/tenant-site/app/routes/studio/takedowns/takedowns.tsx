import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { claimShelves, listTakedowns, listTakedownsSchema } from '@residency/domain/rights'
import { openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, EmptyState, Notice, PageHead, TabLinks, Table } from '@residency/ui/studio'
import { useStudio } from '../layout.tsx'
import { stateTones } from './state-tones.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'takedowns.decide', search: listTakedownsSchema }, async ({ ctx, search }) => ({
    ...(await listTakedowns(ctx, search)),
    shelves: claimShelves,
    show: search.show,
  }))

/** The desk: who says that a mix may not be here, and what became of it. */
export default function Takedowns() {
  const { claims, shelves, show, total, page, pageCount, strikes, isMarked } = useLoaderData<typeof loader>()
  const { timeZone } = useStudio()
  const { t } = useTranslation('studioRights')
  const format = useFormat()
  const href = (more: Record<string, string>) => `/studio/takedowns?${new URLSearchParams({ show, ...more })}`
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      {strikes > 0 ? <Notice tone={isMarked ? 'bad' : 'plain'}>{t(isMarked ? 'marked' : 'strikes', { count: strikes })}</Notice> : null}
      <TabLinks
        label={t('shelves.label')}
        tabs={shelves.map((shelf) => ({ href: href({ show: shelf }), label: t(`shelves.${shelf}`), current: shelf === show }))}
      />
      <Table
        caption={t('title')}
        rows={claims}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t(`none.${show}`)}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'mix', label: t('mix'), heading: true, cell: (row) => <a href={`/studio/takedowns/${row.id}`}>{row.title}</a> },
          { key: 'who', label: t('claimant'), width: '24%', cell: (row) => row.claimantName },
          {
            key: 'when',
            label: t('reported'),
            width: '20%',
            cell: (row) => format.dateTime(row.reportedAt, { timeZone, style: 'medium' }),
          },
          {
            key: 'state',
            label: t('state'),
            width: '24%',
            cell: (row) => (
              <>
                <Badge tone={stateTones[row.state]}>{t(`states.${row.state}`)}</Badge>
                {row.restoreAfter ? (
                  <>
                    <br />
                    <small>{t('backOn', { date: format.date(row.restoreAfter, { timeZone, style: 'medium' }) })}</small>
                  </>
                ) : null}
              </>
            ),
          },
        ]}
      />
      <nav className="pager" aria-label={t('pages')}>
        <span>{t('total', { count: total })}</span>
        {page > 1 ? <a href={href({ page: String(page - 1) })}>{t('before')}</a> : null}
        {page < pageCount ? <a href={href({ page: String(page + 1) })}>{t('after')}</a> : null}
      </nav>
    </>
  )
}
