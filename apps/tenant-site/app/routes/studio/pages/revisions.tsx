import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { listPageRevisions, pageIdSchema, requirePage, restorePageRevision, restorePageRevisionSchema } from '@residency/domain/pages'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Button, EmptyState, PageHead, Table } from '@residency/ui/studio'
import { z } from 'zod'
import { useStudio } from '../layout.tsx'
import { ProblemNotice } from '../problem.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'pages.edit', params: pageIdSchema }, async ({ ctx, params }) => {
    const page = await requirePage(ctx, params)
    return { revisions: await listPageRevisions(ctx, params), version: page.version, pageId: page.id }
  })

const form = restorePageRevisionSchema.omit({ pageId: true }).extend({ expectedVersion: z.coerce.number().int().positive() })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'pages.edit', params: pageIdSchema, form }, async ({ ctx, params, form: asked }) => {
    await restorePageRevision(ctx, { ...asked, ...params })
    throw redirect(`/studio/pages/${params.pageId}`)
  })

export default function PageRevisions() {
  const { revisions, version, pageId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone } = useStudio()
  const { t } = useTranslation('studioPages')
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      <PageHead title={t('history')} intro={t('historyIntro')} back={{ href: `/studio/pages/${pageId}`, label: t('back') }} />
      <ProblemNotice answer={answer} />
      <Table
        caption={t('history')}
        rows={revisions}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('noHistory')} />}
        columns={[
          { key: 'number', label: t('version'), width: '12%', cell: (row) => row.version },
          { key: 'when', label: t('edited'), heading: true, cell: (row) => format.dateTime(row.createdAt, { timeZone }) },
          { key: 'who', label: t('by'), width: '26%', cell: (row) => row.authorName ?? '—' },
          {
            key: 'take',
            label: t('takeBack'),
            hiddenLabel: true,
            width: '22%',
            align: 'end',
            cell: (row) =>
              row.version === version ? (
                <Badge>{t('current')}</Badge>
              ) : (
                <Form method="post">
                  <input type="hidden" name="revisionId" value={row.id} />
                  <input type="hidden" name="expectedVersion" value={version} />
                  <Button type="submit" weight="quiet" disabled={busy}>
                    {t('takeBack')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </>
  )
}
