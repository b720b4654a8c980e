import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getProfile, listMyActivity, timeZones, updateProfile, updateProfileSchema } from '@residency/domain/identity'
import { allows } from '@residency/domain/policy'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { LinkButton, Notice } from '@residency/ui/site'
import { metaOf } from '../../shape/seo.ts'
import { orNull } from './fields.ts'
import { pageHead } from './page-head.ts'
import { AccountFrame, AccountSection } from './parts/account-frame.tsx'
import { ActivityList } from './parts/activity-list.tsx'
import { ProfileForm } from './parts/profile-form.tsx'

export { links } from './styles.ts'

const { name, locale, timeZone } = updateProfileSchema.shape
const form = updateProfileSchema.extend({ name, locale: orNull(locale), timeZone: orNull(timeZone) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'signed-in' }, async ({ ctx, scope, url }) => ({
    profile: await getProfile(ctx),
    activity: await listMyActivity(ctx),
    zones: [...timeZones],
    siteZone: ctx.tenant.timeZone,
    locales: scope.facts.frame.locales,
    hasStudio: allows(ctx.actor, 'studio.view'),
    welcome: url.searchParams.has('welcome'),
    seo: pageHead(scope, 'profile'),
  }))

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'signed-in', form }, async ({ ctx, form }) => {
    await updateProfile(ctx, form)
    return data({ done: 'profile' })
  })

export const meta = metaOf

export default function ProfilePage() {
  const { profile, activity, zones, siteZone, locales, hasStudio, welcome } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  return (
    <AccountFrame title={t('profile.title', { name: profile.name })} current="overview">
      {welcome ? <Notice tone="good" title={t('profile.welcome')} /> : null}
      {hasStudio ? (
        <Notice tone="plain" title={t('profile.crew', { role: t(`role.${profile.role}`) })}>
          <LinkButton href="/studio">{t('profile.studio')}</LinkButton>
        </Notice>
      ) : null}
      <AccountSection id="profile" title={t('profile.heading')}>
        <ProfileForm profile={profile} zones={zones} siteZone={siteZone} locales={locales} />
      </AccountSection>
      <AccountSection id="activity" title={t('profile.activity')}>
        <ActivityList activity={activity} zone={profile.timeZone ?? siteZone} />
      </AccountSection>
    </AccountFrame>
  )
}
