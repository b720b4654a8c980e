import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { requireMixCommunity } from '@residency/domain/community'
import { claimKinds, reportMix, reportMixSchema } from '@residency/domain/rights'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { createI18n } from '@residency/i18n/server'
import { usePreset } from '@residency/ui/presets'
import { Button, Checkbox, Notice, SelectInput, TextArea, TextInput } from '@residency/ui/site'
import { z } from 'zod'
import { hrefOf } from '../../../shape/links.ts'
import { metaOf, seo } from '../../../shape/seo.ts'
import { siteOf } from '../../../shape/site-request.ts'
import { checkbox } from '../../account/fields.ts'
import type { Answer } from '../community/answer.ts'
import { useSite } from '../use-site.ts'

export { links } from '../community/styles.ts'

const params = reportMixSchema.pick({ slug: true })
const search = z.object({ link: z.string().max(100).nullable().catch(null).default(null), sent: z.string().optional().catch(undefined) })
const form = reportMixSchema.omit({ slug: true, link: true }).extend({
  sworn: checkbox.pipe(reportMixSchema.shape.sworn),
  /** A field that people don't see. */
  website: z.string().max(500).default(''),
})

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params, search }, async ({ ctx, scope, params, search }) => {
    const site = siteOf(scope)
    scope.keepPrivate()
    const { mix } = await requireMixCommunity(ctx, { ...params, link: search.link, page: 1 })
    const t = createI18n(ctx.locale).getFixedT(ctx.locale, 'rights')
    return {
      title: mix.title,
      href: hrefOf(site, `/mixes/${mix.slug}`),
      kinds: claimKinds,
      isSent: search.sent !== undefined,
      name: ctx.actor.kind === 'account' ? ctx.actor.name : '',
      email: ctx.actor.kind === 'account' ? ctx.actor.email : '',
      seo: seo(site, { title: t('report.title'), index: false }),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', params, form }, async ({ ctx, scope, params, form: { website, ...claim }, request }) => {
    const link = new URL(request.url).searchParams.get('link')
    // A machine is thanked like a person, so that it learns nothing.
    if (website === '') await reportMix(ctx, { ...claim, ...params, link })
    const query = new URLSearchParams({ sent: '', ...(link ? { link } : {}) })
    return redirect(`${hrefOf(siteOf(scope), `/mixes/${params.slug}/report`)}?${query}`, 303)
  })

export const meta = metaOf

export default function ReportPage() {
  const { Panel } = usePreset()
  const { title, href, kinds, isSent, name, email } = useLoaderData<typeof loader>()
  const { problem } = useActionData<Answer>() ?? {}
  const { t } = useTranslation('rights')
  const busy = useNavigation().state === 'submitting'
  const error = (field: string) => problem?.fields[field]
  const typed = (field: string, otherwise = '') => problem?.values[field] ?? otherwise
  return (
    <Panel site={useSite()} title={t('report.title')} intro={t('report.intro', { title })}>
      {isSent ? (
        <>
          <Notice tone="good" title={t('report.sent')}>
            <p>{t('report.sentText')}</p>
          </Notice>
          <p>
            <a href={href}>{t('report.back')}</a>
          </p>
        </>
      ) : (
        <Form method="post" className="rights-form">
          {problem ? <Notice tone="bad" title={problem.message} /> : null}
          <SelectInput name="kind" label={t('report.kind')} defaultValue={typed('kind', 'copyright')} error={error('kind')}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </SelectInput>
          <TextInput
            name="name"
            label={t('report.name')}
            required
            maxLength={120}
            autoComplete="name"
            defaultValue={typed('name', name)}
            error={error('name')}
          />
          <TextInput
            name="email"
            type="email"
            label={t('report.email')}
            hint={t('report.emailHint')}
            required
            maxLength={254}
            autoComplete="email"
            defaultValue={typed('email', email)}
            error={error('email')}
          />
          <TextArea
            name="work"
            label={t('report.work')}
            hint={t('report.workHint')}
            required
            maxLength={2000}
            rows={3}
            defaultValue={typed('work')}
            error={error('work')}
          />
          <TextInput
            name="at"
            label={t('report.at')}
            hint={t('report.atHint')}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={typed('at')}
            error={error('at')}
          />
          <TextArea
            name="statement"
            label={t('report.statement')}
            hint={t('report.statementHint')}
            required
            maxLength={4000}
            defaultValue={typed('statement')}
            error={error('statement')}
          />
          <div className="rights-trap" aria-hidden="true">
            <TextInput name="website" label="Website" tabIndex={-1} autoComplete="off" />
          </div>
          <Checkbox name="sworn" required label={t('report.sworn')} error={error('sworn')} />
          <Button busy={busy}>{t('report.send')}</Button>
        </Form>
      )}
    </Panel>
  )
}
