import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myMemberships } from '@residency/domain/fan-club'
import { getMyFeed, renewMyFeed, revokeMyFeed } from '@residency/domain/feeds'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { createI18n } from '@residency/i18n/server'
import { z } from 'zod'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { tierView } from '../../shape/tier.ts'
import fanClubStyles from '../site/fan-club/fan-club.css?url'
import { AccountFrame, AccountSection } from './parts/account-frame.tsx'
import { FeedForm } from './parts/feed-form.tsx'
import { MyTier } from './parts/my-tier.tsx'
import { links as accountLinks } from './styles.ts'

export const links: LinksFunction = () => [...accountLinks(), { rel: 'stylesheet', href: fanClubStyles }]

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'signed-in' }, async ({ ctx, scope }) => {
    const site = siteOf(scope)
    const t = createI18n(ctx.locale).getFixedT(ctx.locale, 'fanClub')
    return {
      memberships: (await myMemberships(ctx)).map(({ tier, endsAt }) => ({ tier: tierView(ctx, tier), endsAt })),
      feed: await getMyFeed(ctx),
      hasFanClub: site.frame.hasFanClub,
      podcast: `${site.origin}/podcast.xml`,
      siteZone: ctx.tenant.timeZone,
      seo: seo(site, { title: t('membership.title'), index: false }),
    }
  })

const form = z.object({ intent: z.enum(['renew', 'revoke']) })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'signed-in', form }, async ({ ctx, form: { intent }, scope }) => {
    if (intent === 'revoke') {
      await revokeMyFeed(ctx)
      return data({ done: 'revoke', address: null })
    }
    const { token } = await renewMyFeed(ctx)
    return data({ done: 'renew', address: `${scope.facts.publicOrigin}/feeds/${token}.xml` })
  })

export const meta = metaOf

export default function MembershipPage() {
  const { memberships, feed, hasFanClub, podcast, siteZone } = useLoaderData<typeof loader>()
  const { t } = useTranslation('fanClub')
  return (
    <AccountFrame title={t('membership.title')} current="membership">
      <AccountSection id="tier" title={t('membership.heading')}>
        <MyTier memberships={memberships} hasFanClub={hasFanClub} zone={siteZone} />
      </AccountSection>
      <AccountSection id="podcast" title={t('membership.feedHeading')}>
        <FeedForm feed={feed} isMember={memberships.length > 0} podcast={podcast} zone={siteZone} />
      </AccountSection>
    </AccountFrame>
  )
}
