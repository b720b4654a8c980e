import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { createTier } from '@residency/domain/fan-club'
import { openAction, openLoader } from '@residency/edge/routes'
import { scopeOf } from '@residency/edge/scope'
import { useTranslation } from '@residency/i18n/react'
import { Button, PageHead } from '@residency/ui/studio'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { TierFields } from './tier-fields.tsx'
import { newTierSchema } from './tier-form.server.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'tiers.edit' }, ({ ctx }) => ({ currency: ctx.tenant.currency }))

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'tiers.edit', form: newTierSchema(scopeOf(args.context).facts.tenant.currency) }, async ({ ctx, form }) => {
    const { id } = await createTier(ctx, form)
    throw redirect(`/studio/fan-club/${id}`)
  })

export default function NewTier() {
  const { currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('studioFanClub')
  const busy = useNavigation().state !== 'idle'
  const problem = problemOf(answer)
  return (
    <>
      <PageHead title={t('new')} intro={t('newIntro')} back={{ href: '/studio/fan-club', label: t('title') }} />
      <ProblemNotice answer={answer} />
      <Form method="post" key={problem?.requestId ?? ''}>
        <TierFields typed={problem?.values ?? { adFree: 'on' }} wrong={problem?.fields ?? {}} currency={currency} />
        <p>
          <Button type="submit" weight="main" busy={busy}>
            {t('create')}
          </Button>
        </p>
      </Form>
    </>
  )
}
