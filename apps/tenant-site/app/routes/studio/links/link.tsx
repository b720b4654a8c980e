import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { locales } from '@residency/config/locales'
import { localize } from '@residency/domain/context'
import { deleteLink, linkIdSchema, linkKinds, requireLink, updateLink } from '@residency/domain/links'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { Button, Notice, PageHead, Section, useUnsavedWarning } from '@residency/ui/studio'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { revalidateAfterCollision } from '../after-collision.ts'
import { byIntent } from '../by-intent.server.ts'
import { FormCollision } from '../form-collision.tsx'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { useSettledAnswer } from '../settled-answer.ts'
import { LinkFields } from './link-fields.tsx'
import { linkEditSchema } from './link-form.server.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'links.edit', params: linkIdSchema }, async ({ ctx, params }) => {
    const { id, version, label, url, kind } = await requireLink(ctx, params)
    const words = Object.fromEntries(locales.map((locale) => [`label.${locale}`, label[locale] ?? '']))
    const typed: Record<string, string> = { ...words, url, kind }
    return { link: { id, version, name: localize(label, ctx.locale, ctx.tenant.locale) }, typed, kinds: linkKinds }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(
    args,
    { access: 'links.edit', params: linkIdSchema, form: byIntent({ save: linkEditSchema, delete: z.object({}) }) },
    async ({ ctx, params: { linkId }, form: asked }) => {
      if (asked.intent === 'delete') {
        await deleteLink(ctx, { linkId })
        throw redirect('/studio/links')
      }
      await updateLink(ctx, { ...asked, linkId })
      return { done: true }
    },
  )

export default function LinkEditor() {
  const { link, typed, kinds } = useLoaderData<typeof loader>()
  const answer = useSettledAnswer<typeof action>()
  const { t } = useTranslation('studioLinks')
  const busy = useNavigation().state !== 'idle'
  const form = useRef<HTMLFormElement>(null)
  const problem = problemOf(answer)
  const [touched, setTouched] = useState(false)
  useEffect(() => setTouched(problem !== null), [problem])
  useUnsavedWarning(touched && !busy)
  return (
    <>
      <PageHead title={link.name} intro={t('editIntro')} back={{ href: '/studio/links', label: t('title') }} />
      {problem?.code === 'conflict' ? (
        <FormCollision
          message={problem.message}
          theirs={typed}
          mine={problem.values}
          label={(field) => t(`fields.${field as 'label'}`)}
          busy={busy}
          onKeepYours={() => form.current?.requestSubmit()}
        />
      ) : (
        <ProblemNotice answer={answer} />
      )}
      {answer && 'done' in answer ? <Notice tone="good">{t('done.save')}</Notice> : null}
      <Section title={t('link')}>
        <Form method="post" ref={form} key={`${link.version}-${problem?.requestId ?? ''}`} onInput={() => setTouched(true)}>
          <input type="hidden" name="expectedVersion" value={link.version} />
          <LinkFields typed={problem?.values ?? typed} wrong={problem?.fields ?? {}} kinds={kinds} />
          <p>
            <Button type="submit" name="intent" value="save" weight="main" busy={busy}>
              {t('save')}
            </Button>
          </p>
        </Form>
      </Section>
      <Section title={t('delete')} intro={t('deleteIntro')}>
        <details className="confirm">
          <summary>{t('deleteThis')}</summary>
          <Form method="post">
            <p>{t('deleteText', { label: link.name })}</p>
            <Button type="submit" name="intent" value="delete" weight="danger" disabled={busy}>
              {t('deleteNow')}
            </Button>
          </Form>
        </details>
      </Section>
    </>
  )
}

export const shouldRevalidate = revalidateAfterCollision
