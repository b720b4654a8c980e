import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  counterTakedown,
  counterTakedownSchema,
  decideTakedown,
  decideTakedownSchema,
  requireTakedown,
  takedownIdSchema,
} from '@residency/domain/rights'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Notice, PageHead, Section } from '@residency/ui/studio'
import { checkbox } from '../../account/fields.ts'
import { revalidateAfterCollision } from '../after-collision.ts'
import { byIntent } from '../by-intent.server.ts'
import { useStudio } from '../layout.tsx'
import { ProblemNotice } from '../problem.tsx'
import { ClaimFacts } from './claim-facts.tsx'
import { CounterForm, DecisionForm } from './desk-forms.tsx'
import { stateTones } from './state-tones.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'takedowns.decide', params: takedownIdSchema }, ({ ctx, params }) => requireTakedown(ctx, params))

const form = byIntent({
  decide: decideTakedownSchema.omit({ takedownId: true }),
  counter: counterTakedownSchema.omit({ takedownId: true }).extend({ sworn: checkbox.pipe(counterTakedownSchema.shape.sworn) }),
})

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'takedowns.decide', params: takedownIdSchema, form }, async ({ ctx, params, form: asked }) => {
    if (asked.intent === 'decide') await decideTakedown(ctx, { ...params, ...asked })
    else await counterTakedown(ctx, { ...params, ...asked })
    return { done: asked.intent === 'decide' ? asked.decision : ('counter' as const) }
  })

/** One claim: what is said, what the DJ declared, and what the desk can do now. */
export default function Takedown() {
  const claim = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone } = useStudio()
  const { t } = useTranslation('studioRights')
  const format = useFormat()
  const decisions = claim.steps.filter((step) => step !== 'counter')
  const when = (at: string | Date) => format.dateTime(at, { timeZone, style: 'medium' })
  return (
    <>
      <PageHead
        title={claim.mix.title}
        back={{ href: '/studio/takedowns', label: t('title') }}
        intro={<Badge tone={stateTones[claim.state]}>{t(`states.${claim.state}`)}</Badge>}
      />
      <ProblemNotice answer={answer} />
      {answer && 'done' in answer ? <Notice tone="good">{t(`done.${answer.done}`)}</Notice> : null}
      <Section title={t('claim')} intro={t('claimIntro')}>
        <ClaimFacts claim={claim} when={when} />
      </Section>
      <Section title={t('declared')} intro={t('declaredIntro')}>
        {claim.declarations.length === 0 ? (
          <p>{t('declaredNever')}</p>
        ) : (
          <ul>
            {claim.declarations.map(({ accountName, version, at }) => (
              <li key={String(at)}>{t('declaredBy', { name: accountName, at: when(at), version })}</li>
            ))}
          </ul>
        )}
      </Section>
      {decisions.length > 0 ? (
        <Section title={t('decide')} intro={t('decideIntro')}>
          <DecisionForm decisions={decisions} answer={answer} />
        </Section>
      ) : null}
      {claim.steps.includes('counter') ? (
        <Section title={t('counter')} intro={t('counterIntro')}>
          <CounterForm answer={answer} />
        </Section>
      ) : null}
    </>
  )
}

export const shouldRevalidate = revalidateAfterCollision
