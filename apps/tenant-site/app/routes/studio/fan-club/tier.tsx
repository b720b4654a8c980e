import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { localize } from '@residency/domain/context'
import { archiveTier, requireTier, tierIdSchema, updateTier } from '@residency/domain/fan-club'
import { openAction, openLoader } from '@residency/edge/routes'
import { scopeOf } from '@residency/edge/scope'
import { useTranslation } from '@residency/i18n/react'
import { Button, Notice, PageHead, Section, useUnsavedWarning } from '@residency/ui/studio'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { byIntent } from '../by-intent.server.ts'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { useSettledAnswer } from '../settled-answer.ts'
import { TierFields } from './tier-fields.tsx'
import { changedTierSchema, typedTier } from './tier-form.server.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'tiers.edit', params: tierIdSchema }, async ({ ctx, params }) => {
    const tier = await requireTier(ctx, params)
    return {
      tier: {
        name: localize(tier.name, ctx.locale, ctx.tenant.locale),
        version: tier.version,
        currency: tier.currency,
        isClosed: tier.archivedAt !== null,
      },
      typed: typedTier(tier),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(
    args,
    {
      access: 'tiers.edit',
      params: tierIdSchema,
      form: byIntent({
        save: changedTierSchema(scopeOf(args.context).facts.tenant.currency),
        close: z.object({}),
        reopen: z.object({}),
      }),
    },
    async ({ ctx, params: { id }, form: asked }) => {
      const { intent } = asked
      if (asked.intent === 'save') await updateTier(ctx, { ...asked, id })
      else await archiveTier(ctx, { id, archived: intent === 'close' })
      return { done: intent }
    },
  )

export default function TierEditor() {
  const { tier, typed } = useLoaderData<typeof loader>()
  const answer = useSettledAnswer<typeof action>()
  const { t } = useTranslation('studioFanClub')
  const busy = useNavigation().state !== 'idle'
  const problem = problemOf(answer)
  const [touched, setTouched] = useState(false)
  useEffect(() => setTouched(problem !== null), [problem])
  useUnsavedWarning(touched && !busy)
  return (
    <>
      <PageHead title={tier.name} intro={t('editIntro')} back={{ href: '/studio/fan-club', label: t('title') }} />
      <ProblemNotice answer={answer} />
      {answer && 'done' in answer ? <Notice tone="good">{t(`done.${answer.done}`)}</Notice> : null}
      <Form method="post" key={`${tier.version}-${problem?.requestId ?? ''}`} onChange={() => setTouched(true)}>
        <input type="hidden" name="version" value={tier.version} />
        <TierFields typed={problem?.values ?? typed} wrong={problem?.fields ?? {}} currency={tier.currency} />
        <p>
          <Button type="submit" name="intent" value="save" weight="main" busy={busy}>
            {t('save')}
          </Button>
        </p>
      </Form>
      <Section title={t('closeTitle')} intro={t('closeIntro')}>
        <Form method="post">
          <Button type="submit" name="intent" value={tier.isClosed ? 'reopen' : 'close'} disabled={busy}>
            {t(tier.isClosed ? 'reopen' : 'close')}
          </Button>
        </Form>
      </Section>
    </>
  )
}
