import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getShowcase } from '@residency/domain/operators'
import { localeNames, locales } from '@residency/i18n'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { createI18n } from '@residency/i18n/server'
import { openDoor } from '../doors.ts'

/** A month, in pence; the share of fan revenue, in basis points (shared/product.md, part 1). */
const plans = [
  { name: 'basic', amountMinor: 9_900 },
  { name: 'pro', amountMinor: 29_900 },
  { name: 'enterprise', amountMinor: 49_900 },
] as const
const revenueShareBasisPoints = 2_000
const setUp = [
  { name: 'domain', amountMinor: 20_000, from: false },
  { name: 'design', amountMinor: 50_000, from: false },
  { name: 'migration', amountMinor: 100_000, from: true },
] as const

export const loader = async (args: LoaderFunctionArgs) => {
  const { platform } = openDoor(args, 'anyone')
  const t = createI18n(platform.locale).getFixedT(platform.locale, 'platform')
  return { locale: platform.locale, sites: await getShowcase(platform.locale), title: t('front.title'), description: t('front.intro') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'description', content: data?.description }]

export default function Front() {
  const { locale, sites } = useLoaderData<typeof loader>()
  const { t } = useTranslation('platform')
  const format = useFormat()
  return (
    <div className="front">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="front-head">
        <strong>{t('name')}</strong>
        <nav aria-label={t('language')}>
          {locales.map((one) => (
            <a key={one} href={one === 'en' ? '/' : `/${one}`} lang={one} hrefLang={one} aria-current={one === locale ? 'page' : undefined}>
              {localeNames[one]}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <h1>{t('front.title')}</h1>
        <p className="front-intro">{t('front.intro')}</p>
        <section aria-labelledby="sites">
          <h2 id="sites">{t('front.sites')}</h2>
          {sites.length === 0 ? <p>{t('front.noSites')}</p> : null}
          <ul className="showcase">
            {sites.map((site) => (
              <li key={site.href}>
                <a href={site.href} className="showcase-site" style={site.colours}>
                  <span className="showcase-name">{site.name}</span>
                  <span className="showcase-line">{site.line}</span>
                  <span className="showcase-open">{t('front.open', { theme: site.preset })}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="prices">
          <h2 id="prices">{t('front.prices')}</h2>
          <p>{t('front.pricesIntro', { share: format.percent(revenueShareBasisPoints / 10_000) })}</p>
          <table className="table prices">
            <thead>
              <tr>
                <th scope="col">{t('front.licence')}</th>
                <th scope="col" data-align="end">
                  {t('front.month')}
                </th>
                <th scope="col">{t('front.for')}</th>
              </tr>
            </thead>
            <tbody>
              {plans.map((plan) => (
                <tr key={plan.name}>
                  <th scope="row">{t(`front.plans.${plan.name}.name`)}</th>
                  <td data-align="end" data-label={t('front.month')}>
                    {format.money(plan.amountMinor, 'GBP', { trim: true })}
                  </td>
                  <td data-label={t('front.for')}>{t(`front.plans.${plan.name}.text`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <h3>{t('front.setUp')}</h3>
          <ul className="plain-list">
            {setUp.map((fee) => {
              const money = format.money(fee.amountMinor, 'GBP', { trim: true })
              return (
                <li key={fee.name}>
                  {t(`front.fees.${fee.name}`)}: {fee.from ? t('front.from', { price: money }) : money}
                </li>
              )
            })}
          </ul>
        </section>
      </main>
      <footer className="front-foot">
        <a href="/console">{t('front.console')}</a>
      </footer>
    </div>
  )
}
