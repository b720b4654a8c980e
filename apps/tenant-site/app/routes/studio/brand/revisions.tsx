import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { getBrand, listBrandRevisions, restoreBrandRevision, restoreBrandRevisionSchema } from '@residency/domain/brand'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, EmptyState, PageHead, Table } from '@residency/ui/studio'
import { z } from 'zod'
import { useStudio } from '../layout.tsx'
import { ProblemNotice } from '../problem.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'brand.edit' }, async ({ ctx }) => ({
    revisions: await listBrandRevisions(ctx),
    version: (await getBrand(ctx)).version,
  }))

const form = restoreBrandRevisionSchema.extend({ expectedVersion: z.coerce.number().int().positive() })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'brand.edit', form }, async ({ ctx, form: asked }) => {
    await restoreBrandRevision(ctx, asked)
    throw redirect('/studio/brand')
  })

export default function BrandRevisions() {
  const { revisions, version } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone } = useStudio()
  const { t } = useTranslation('studioBrand')
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      <PageHead title={t('revisions')} intro={t('revisionsIntro')} back={{ href: '/studio/brand', label: t('title') }} />
      <ProblemNotice answer={answer} />
      <Table
        caption={t('revisions')}
        rows={revisions}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('noRevisions')}>{t('noRevisionsText')}</EmptyState>}
        columns={[
          { key: 'when', label: t('replaced'), heading: true, cell: (row) => format.dateTime(row.createdAt, { timeZone }) },
          { key: 'who', label: t('by'), width: '30%', cell: (row) => row.authorName ?? '—' },
          {
            key: 'take',
            label: t('takeBack'),
            hiddenLabel: true,
            width: '24%',
            align: 'end',
            cell: (row) => (
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
