import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { localize } from '@residency/domain/context'
import {
  changeLinkVisibility,
  createLink,
  linkKinds,
  linkVisibilitySchema,
  listLinks,
  moveLink,
  moveLinkSchema,
} from '@residency/domain/links'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { Badge, Button, EmptyState, Notice, PageHead, Section } from '@residency/ui/studio'
import { z } from 'zod'
import { revalidateAfterCollision } from '../after-collision.ts'
import { byIntent } from '../by-intent.server.ts'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { LinkFields } from './link-fields.tsx'
import { linkFormSchema } from './link-form.server.ts'
import { useKeptFocus } from './use-kept-focus.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'links.edit' }, async ({ ctx }) => ({
    links: (await listLinks(ctx)).map(({ label, ...link }) => ({ ...link, label: localize(label, ctx.locale, ctx.tenant.locale) })),
    kinds: linkKinds,
  }))

const version = z.coerce.number().int().positive()
const visibility = linkVisibilitySchema.omit({ isHidden: true }).extend({ expectedVersion: version })

export const action = (args: ActionFunctionArgs) =>
  openAction(
    args,
    { access: 'links.edit', form: byIntent({ create: linkFormSchema, move: moveLinkSchema, hide: visibility, show: visibility }) },
    async ({ ctx, form: asked }) => {
      if (asked.intent === 'create') await createLink(ctx, asked)
      else if (asked.intent === 'move') await moveLink(ctx, asked)
      else await changeLinkVisibility(ctx, { ...asked, isHidden: asked.intent === 'hide' })
      return { done: asked.intent, at: Date.now() }
    },
  )

export default function Links() {
  const { links, kinds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('studioLinks')
  const navigation = useNavigation()
  const busy = navigation.state === 'submitting'
  const problem = problemOf(answer)
  const created = answer && 'done' in answer && answer.done === 'create' ? answer.at : 0
  const list = useKeptFocus(navigation.state === 'idle')
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      {problem && Object.keys(problem.fields).length === 0 ? <ProblemNotice answer={answer} /> : null}
      {answer && 'done' in answer ? <Notice tone="good">{t(`done.${answer.done}`)}</Notice> : null}
      {links.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ol className="ordered" ref={list}>
          {links.map((link, index) => (
            <li key={link.id} data-quiet={link.isHidden ? '' : undefined}>
              <div className="ordered-what">
                <a href={`/studio/links/${link.id}`}>{link.label}</a> {link.isHidden ? <Badge>{t('hidden')}</Badge> : null}
                <small>{link.url}</small>
              </div>
              <div className="ordered-tools">
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="intent" value="move" />
                  <input type="hidden" name="linkId" value={link.id} />
                  {(['up', 'down'] as const).map((step) => (
                    <Button
                      key={step}
                      type="submit"
                      name="step"
                      value={step}
                      weight="quiet"
                      className="button-mark"
                      data-focus={`${link.id}-${step}`}
                      aria-label={t(`${step}What`, { label: link.label })}
                      disabled={step === 'up' ? index === 0 : index === links.length - 1}
                    >
                      <span aria-hidden="true">{step === 'up' ? '↑' : '↓'}</span>
                    </Button>
                  ))}
                </Form>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="linkId" value={link.id} />
                  <input type="hidden" name="expectedVersion" value={link.version} />
                  <Button
                    type="submit"
                    name="intent"
                    value={link.isHidden ? 'show' : 'hide'}
                    weight="quiet"
                    data-focus={`${link.id}-eye`}
                    aria-label={t(link.isHidden ? 'showWhat' : 'hideWhat', { label: link.label })}
                  >
                    {t(link.isHidden ? 'show' : 'hide')}
                  </Button>
                </Form>
              </div>
            </li>
          ))}
        </ol>
      )}
      <Section title={t('new')} intro={t('newIntro')}>
        <Form method="post" key={`${created}-${problem?.requestId ?? ''}`}>
          {problem && Object.keys(problem.fields).length > 0 ? <ProblemNotice answer={answer} /> : null}
          <input type="hidden" name="intent" value="create" />
          <LinkFields typed={problem?.values ?? {}} wrong={problem?.fields ?? {}} kinds={kinds} />
          <p>
            <Button type="submit" weight="main" busy={busy && navigation.formData?.get('intent') === 'create'}>
              {t('create')}
            </Button>
          </p>
        </Form>
      </Section>
    </>
  )
}

export const shouldRevalidate = revalidateAfterCollision
