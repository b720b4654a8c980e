import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { localize } from '@residency/domain/context'
import { createPage, listPages } from '@residency/domain/pages'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Button, EmptyState, PageHead, Section, SelectInput, Table, TextInput } from '@residency/ui/studio'
import { z } from 'zod'
import { useStudio } from '../layout.tsx'
import { ProblemNotice, problemOf } from '../problem.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'pages.edit' }, async ({ ctx }) => ({
    pages: (await listPages(ctx)).map(({ blocks: _blocks, title, ...page }) => ({
      ...page,
      title: localize(title, ctx.locale, ctx.tenant.locale) || page.slug,
    })),
  }))

const form = z.object({ title: z.string().trim().min(1).max(120), kind: z.enum(['page', 'legal']) })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'pages.edit', form }, async ({ ctx, form: asked }) => {
    const page = await createPage(ctx, { kind: asked.kind, title: { [ctx.tenant.locale]: asked.title } })
    throw redirect(`/studio/pages/${page.id}`)
  })

export default function Pages() {
  const { pages } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone, may } = useStudio()
  const { t } = useTranslation('studioPages')
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  const problem = problemOf(answer)
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      <Table
        caption={t('title')}
        rows={pages}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'title', label: t('page'), heading: true, cell: (row) => <a href={`/studio/pages/${row.id}`}>{row.title}</a> },
          { key: 'kind', label: t('kind'), width: '14%', cell: (row) => t(`kinds.${row.kind}`) },
          {
            key: 'state',
            label: t('state'),
            width: '24%',
            cell: (row) => (
              <>
                {row.isPublished ? <Badge tone="good">{t('published')}</Badge> : <Badge>{t('hidden')}</Badge>}{' '}
                {row.isPublished && row.hasUnpublishedChanges ? <Badge tone="warn">{t('changed')}</Badge> : null}
              </>
            ),
          },
          { key: 'menu', label: t('menu'), width: '12%', cell: (row) => (row.inNavigation ? t('inMenu') : '—') },
          {
            key: 'when',
            label: t('edited'),
            width: '20%',
            align: 'end',
            cell: (row) => format.dateTime(row.updatedAt, { timeZone, style: 'medium' }),
          },
        ]}
      />
      <Section title={t('new')} intro={t('newIntro')}>
        <ProblemNotice answer={answer} />
        <Form method="post" className="stack">
          <TextInput
            name="title"
            label={t('newTitle')}
            required
            maxLength={120}
            error={problem?.fields.title}
            defaultValue={problem?.values.title}
          />
          <SelectInput name="kind" label={t('kind')}>
            <option value="page">{t('kinds.page')}</option>
            {may.includes('legal.edit') ? <option value="legal">{t('kinds.legal')}</option> : null}
          </SelectInput>
          <p>
            <Button type="submit" weight="main" busy={busy}>
              {t('create')}
            </Button>
          </p>
        </Form>
      </Section>
    </>
  )
}
