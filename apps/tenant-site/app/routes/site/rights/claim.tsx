import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { continueClaim, continueClaimSchema, requireClaim } from '@residency/domain/rights'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { createI18n } from '@residency/i18n/server'
import { usePreset } from '@residency/ui/presets'
import { Button, Notice, TextArea } from '@residency/ui/site'
import { z } from 'zod'
import { metaOf, seo } from '../../../shape/seo.ts'
import { siteOf } from '../../../shape/site-request.ts'
import type { Answer } from '../community/answer.ts'
import { useSite } from '../use-site.ts'

export { links } from '../community/styles.ts'

const params = z.object({ token: z.string().max(1_000) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params }, async ({ ctx, scope, params }) => {
    scope.keepPrivate()
    const t = createI18n(ctx.locale).getFixedT(ctx.locale, 'rights')
    const site = siteOf(scope)
    return {
      claim: await requireClaim(ctx, { unverifiedToken: params.token }),
      timeZone: ctx.tenant.timeZone,
      // The address holds what lets one speak for the claimant: it is told to nobody.
      seo: { ...seo(site, { title: t('claim.title'), index: false }), canonical: site.origin, alternates: [] },
    }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', params, form: continueClaimSchema.pick({ statement: true }) }, async ({ ctx, params, form }) => {
    await continueClaim(ctx, { unverifiedToken: params.token, statement: form.statement })
    return { done: 'continue' }
  })

export const meta = metaOf

/** A claim as its claimant sees it: where it stands, and what they can still do. */
export default function ClaimPage() {
  const { Panel } = usePreset()
  const { claim, timeZone } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const { t } = useTranslation('rights')
  const format = useFormat()
  const busy = useNavigation().state === 'submitting'
  const when = (at: string | Date) => format.dateTime(at, { timeZone, style: 'long', zoneName: true })
  return (
    <Panel site={useSite()} title={t('claim.title')} intro={t(`claim.state.${claim.continuedAt ? 'continued' : claim.state}`)}>
      {answer?.problem ? <Notice tone="bad" title={answer.problem.message} /> : null}
      {answer?.done ? <Notice tone="good" title={t('claim.continued')} /> : null}
      <dl className="rights-facts">
        <div>
          <dt>{t('claim.mix')}</dt>
          <dd>{claim.title}</dd>
        </div>
        <div>
          <dt>{t('claim.reported')}</dt>
          <dd>{when(claim.reportedAt)}</dd>
        </div>
        <div>
          <dt>{t('report.work')}</dt>
          <dd>{claim.work}</dd>
        </div>
        {claim.decision && claim.decidedAt ? (
          <div>
            <dt>{t('claim.decided', { at: when(claim.decidedAt) })}</dt>
            <dd>{claim.decision}</dd>
          </div>
        ) : null}
        {claim.counter ? (
          <div>
            <dt>{t('claim.counter', { name: claim.counter.name, at: when(claim.counter.at) })}</dt>
            <dd>{claim.counter.statement}</dd>
          </div>
        ) : null}
        {claim.restoreAfter ? (
          <div>
            <dt>{t('claim.restoreAfter')}</dt>
            <dd>{when(claim.restoreAfter)}</dd>
          </div>
        ) : null}
      </dl>
      {claim.state === 'countered' ? (
        <Form method="post" className="rights-form">
          <p>{t('claim.goOnIntro')}</p>
          <TextArea
            name="statement"
            label={t('claim.goOn')}
            hint={t('claim.goOnHint')}
            required
            maxLength={2000}
            defaultValue={answer?.problem?.values.statement}
            error={answer?.problem?.fields.statement}
          />
          <Button busy={busy}>{t('claim.goOnSend')}</Button>
        </Form>
      ) : null}
    </Panel>
  )
}
