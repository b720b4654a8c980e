import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { changeSlug, changeSlugSchema, deleteRedirect, deleteRedirectSchema, listSlugs } from '@residency/domain/slugs'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { Button, EmptyState, Notice, PageHead, Table } from '@residency/ui/studio'
import { z } from 'zod'
import { useStudio } from './layout.tsx'
import { ProblemNotice, problemOf } from './problem.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'slugs.edit' }, async ({ ctx }) => ({ slugs: await listSlugs(ctx) }))

const form = z.discriminatedUnion('intent', [
  changeSlugSchema.extend({ intent: z.literal('rename') }),
  deleteRedirectSchema.extend({ intent: z.literal('forget') }),
])

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'slugs.edit', form }, async ({ ctx, form: asked }) => {
    if (asked.intent === 'rename') await changeSlug(ctx, asked)
    else await deleteRedirect(ctx, asked)
    return { done: asked.intent }
  })

const folders = { mix: '/mixes/', event: '/events/', page: '/pages/' } as const

export default function Addresses() {
  const { slugs } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { origin } = useStudio()
  const { t } = useTranslation('studio')
  const busy = useNavigation().state !== 'idle'
  const problem = problemOf(answer)
  return (
    <>
      <PageHead title={t('addresses.title')} intro={t('addresses.intro')} />
      <ProblemNotice answer={answer} />
      {problem?.fields.slug ? <Notice tone="bad">{problem.fields.slug}</Notice> : null}
      {answer && 'done' in answer ? <Notice tone="good">{t(`addresses.done.${answer.done}`)}</Notice> : null}
      <Table
        caption={t('addresses.title')}
        rows={slugs}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('addresses.none')} />}
        columns={[
          {
            key: 'title',
            label: t('addresses.what'),
            heading: true,
            cell: (row) => (
              <>
                {row.title}
                <br />
                <small>{t(`addresses.kinds.${row.kind}`)}</small>
              </>
            ),
          },
          {
            key: 'slug',
            label: t('addresses.address'),
            width: '42%',
            cell: (row) => (
              <Form method="post" className="inline-form">
                <input type="hidden" name="kind" value={row.kind} />
                <input type="hidden" name="id" value={row.id} />
                <label>
                  <span className="visually-hidden">{t('addresses.addressOf', { title: row.title })}</span>
                  <small title={origin}>{folders[row.kind]}</small>
                  <input type="text" name="slug" defaultValue={row.slug} required maxLength={80} autoComplete="off" spellCheck={false} />
                </label>{' '}
                <Button type="submit" weight="quiet" name="intent" value="rename" disabled={busy}>
                  {t('addresses.rename')}
                </Button>
              </Form>
            ),
          },
          {
            key: 'old',
            label: t('addresses.formerly'),
            width: '28%',
            // Nothing at all where there is nothing: a phone then leaves out the label as well.
            cell: (row) =>
              row.formerly.length === 0 ? null : (
                <ul className="plain-list">
                  {row.formerly.map((old) => (
                    <li key={old.id}>
                      <Form method="post" className="inline-form">
                        <input type="hidden" name="redirectId" value={old.id} />
                        <code>{old.slug}</code>{' '}
                        <Button
                          type="submit"
                          weight="quiet"
                          name="intent"
                          value="forget"
                          disabled={busy}
                          aria-label={t('addresses.forgetWhat', { slug: old.slug })}
                        >
                          {t('addresses.forget')}
                        </Button>
                      </Form>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </>
  )
}
