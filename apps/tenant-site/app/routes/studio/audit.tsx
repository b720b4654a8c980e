import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAuditEntries } from '@residency/domain/audit'
import { openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { EmptyState, LinkButton, PageHead, Table } from '@residency/ui/studio'
import { z } from 'zod'
import { auditWords } from './audit-words.ts'
import { useStudio } from './layout.tsx'

const search = z.object({ after: z.uuid().optional().catch(undefined), what: z.string().max(40).catch('').default('') })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'audit.view', search }, async ({ ctx, search: asked }) => ({
    ...(await listAuditEntries(ctx, { ...(asked.after ? { after: asked.after } : {}), ...(asked.what ? { action: asked.what } : {}) })),
    what: asked.what,
  }))

const kinds = [
  'account',
  'brand',
  'page',
  'event',
  'link',
  'media',
  'slug',
  'crew',
  'tier',
  'comment',
  'takedown',
  'settings',
  'session',
] as const

export default function Audit() {
  const { entries, next, what } = useLoaderData<typeof loader>()
  const { timeZone } = useStudio()
  const { t } = useTranslation('studio')
  const format = useFormat()
  const more = new URLSearchParams({ ...(what ? { what } : {}), ...(next ? { after: next } : {}) })
  return (
    <>
      <PageHead title={t('audit.title')} intro={t('audit.intro')} />
      <form method="get" className="inline-form">
        <label>
          {t('audit.filter')}{' '}
          <select name="what" defaultValue={what}>
            <option value="">{t('audit.everything')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`audit.kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>{' '}
        <button className="button button-plain" type="submit">
          {t('audit.show')}
        </button>
      </form>
      <Table
        caption={t('audit.title')}
        rows={entries}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('overview.quiet')}>{t('overview.quietText')}</EmptyState>}
        columns={[
          {
            key: 'when',
            label: t('audit.when'),
            width: '22%',
            cell: (row) => <time dateTime={String(row.at)}>{format.dateTime(row.at, { timeZone, style: 'medium' })}</time>,
          },
          { key: 'what', label: t('audit.what'), heading: true, cell: (row) => auditWords(t, row.action) },
          { key: 'detail', label: t('audit.detail'), cell: (row) => <Detail data={row.data} /> },
          { key: 'who', label: t('audit.who'), width: '18%', cell: (row) => row.actorName ?? t('audit.system') },
          { key: 'where', label: t('audit.where'), width: '14%', cell: (row) => row.ipPrefix ?? '' },
        ]}
      />
      {next ? (
        <p>
          <LinkButton href={`/studio/audit?${more}`}>{t('audit.older')}</LinkButton>
        </p>
      ) : null}
    </>
  )
}

/** Before and after, in as few words as there are. */
function Detail({ data }: { data: unknown }) {
  const pairs = data && typeof data === 'object' && !Array.isArray(data) ? Object.entries(data) : []
  return <>{pairs.map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`).join(' · ')}</>
}
