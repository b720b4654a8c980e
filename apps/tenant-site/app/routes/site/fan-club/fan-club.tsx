import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOpenTiers } from '@residency/domain/fan-club'
import { openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { createI18n } from '@residency/i18n/server'
import { usePreset } from '@residency/ui/presets'
import { EmptyState, LinkButton } from '@residency/ui/site'
import { metaOf, seo } from '../../../shape/seo.ts'
import { siteOf } from '../../../shape/site-request.ts'
import { tierView } from '../../../shape/tier.ts'
import { useSite } from '../use-site.ts'
import styles from './fan-club.css?url'
import { TierCard } from './tier-card.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ scope }) => {
    const site = siteOf(scope)
    const tiers = await listOpenTiers(site.ctx)
    const t = createI18n(site.ctx.locale).getFixedT(site.ctx.locale, 'fanClub')
    const name = site.frame.brand.name
    return {
      tiers: tiers.map((tier) => tierView(site.ctx, tier)),
      seo: seo(site, { title: t('title'), description: t('intro', { site: name }), index: tiers.length > 0 }),
    }
  })

export const meta = metaOf

export default function FanClubPage() {
  const { Panel } = usePreset()
  const { tiers } = useLoaderData<typeof loader>()
  const site = useSite()
  const { t } = useTranslation('fanClub')
  if (tiers.length === 0)
    return (
      <Panel site={site} title={t('title')}>
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      </Panel>
    )
  return (
    <Panel site={site} title={t('title')} intro={t('intro', { site: site.name })} wide>
      <ol className="tiers">
        {tiers.map((tier) => (
          <li key={tier.id} className="tier">
            <TierCard tier={tier} />
          </li>
        ))}
      </ol>
      <div className="tier-foot">
        <section>
          <h2>{t('free')}</h2>
          <p>{t('freeText')}</p>
        </section>
        <section>
          <h2>{t('howTitle')}</h2>
          <p>{t('how', { site: site.name })}</p>
          {site.account ? null : (
            <p>
              <LinkButton href={site.signUpHref}>{t('signUp')}</LinkButton>
            </p>
          )}
        </section>
      </div>
    </Panel>
  )
}
