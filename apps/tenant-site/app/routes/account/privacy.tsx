import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeConsent, changeConsentSchema, listMyConsents } from '@residency/domain/consent'
import { deleteAccount, deleteAccountSchema, getProfile } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { endedSessionCookie } from '@residency/edge/visitor'
import { useTranslation } from '@residency/i18n/react'
import { z } from 'zod'
import { metaOf } from '../../shape/seo.ts'
import { checkbox, passwordAgain } from './fields.ts'
import { pageHead } from './page-head.ts'
import { AccountFrame, AccountSection } from './parts/account-frame.tsx'
import { ConsentList } from './parts/consent-list.tsx'
import { DeleteForm, DownloadForm } from './parts/data-forms.tsx'
import { accountHref } from './passing.ts'

export { links } from './styles.ts'

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('consent'),
    kind: changeConsentSchema.shape.kind,
    granted: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  }),
  z.object({ intent: z.literal('delete'), password: passwordAgain, sure: checkbox.pipe(deleteAccountSchema.shape.sure) }),
])

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'signed-in' }, async ({ ctx, scope }) => ({
    profile: await getProfile(ctx),
    consents: await listMyConsents(ctx),
    siteZone: ctx.tenant.timeZone,
    seo: pageHead(scope, 'privacy'),
  }))

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'signed-in', form }, async ({ ctx, form, scope }) => {
    if (form.intent === 'consent') {
      const version = form.kind === 'marketing' ? '1' : String(scope.facts.frame.consent.version)
      await changeConsent(ctx, { ...form, version })
      return data({ done: 'consent' })
    }
    await deleteAccount(ctx, form)
    scope.setCookie(endedSessionCookie())
    return redirectDocument(accountHref(scope, '/goodbye'), 303)
  })

export const meta = metaOf

export default function PrivacyPage() {
  const { profile, consents, siteZone } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  return (
    <AccountFrame title={t('privacy.title')} current="privacy">
      <AccountSection id="consents" title={t('privacy.consentHeading')}>
        <ConsentList consents={consents} zone={profile.timeZone ?? siteZone} />
      </AccountSection>
      <AccountSection id="data" title={t('privacy.dataHeading')}>
        <DownloadForm hasPassword={profile.hasPassword} email={profile.email} />
      </AccountSection>
      <AccountSection id="delete" title={t('privacy.deleteHeading')}>
        <DeleteForm hasPassword={profile.hasPassword} email={profile.email} />
      </AccountSection>
    </AccountFrame>
  )
}
