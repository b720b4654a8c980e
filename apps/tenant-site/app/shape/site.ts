import { localize } from '@residency/domain/context'
import { allows } from '@residency/domain/policy'
import { formatters, localeNames } from '@residency/i18n'
import { createI18n } from '@residency/i18n/server'
import type { SiteView } from '@residency/ui/views'
import { authoredHref, hrefOf } from './links.ts'
import { picture } from './picture.ts'
import type { SiteRequest } from './site-request.ts'

/** The frame around every page, for the person who asks. `search` keeps a filter when the language is changed. */
export function siteView(site: SiteRequest, search: string): SiteView {
  const { ctx, frame, path, visitor } = site
  const { brand } = frame
  const t = createI18n(ctx.locale).getFixedT(ctx.locale, 'site')
  const words = (text: Parameters<typeof localize>[0]) => localize(text, ctx.locale, ctx.tenant.locale)
  const item = (target: string, label: string) => ({
    href: hrefOf(site, target),
    label,
    current: path === target || path.startsWith(`${target}/`),
  })
  const announcement = brand.announcement?.active ? words(brand.announcement.text) : ''
  const privacy = frame.legal.find((page) => page.slug === 'privacy') ?? frame.legal[0]
  const choices = (['analytics', 'media'] as const).filter((choice) => frame.consent[choice])
  return {
    name: brand.name,
    tagline: words(brand.tagline),
    logo: picture(site, frame.logo, brand.name),
    cover: picture(site, frame.cover),
    announcement: announcement
      ? { text: announcement, href: brand.announcement?.href ? authoredHref(site, brand.announcement.href) : null }
      : null,
    navigation: [
      item('/mixes', t('sections.mixes')),
      ...(frame.hasEvents ? [item('/events', t('sections.events'))] : []),
      ...(frame.hasFanClub ? [item('/fan-club', t('sections.fanClub'))] : []),
      ...(frame.hasAbout ? [item('/about', t('sections.about'))] : []),
      ...frame.navigation.map((page) => item(`/pages/${page.slug}`, words(page.title))),
      ...(frame.links.length > 0 ? [item('/links', t('sections.links'))] : []),
    ],
    legal: frame.legal.map((page) => ({ href: hrefOf(site, `/legal/${page.slug}`), label: words(page.title) })),
    links: frame.links.map((link) => ({ href: authoredHref(site, link.url), label: words(link.label), kind: link.kind })),
    homeHref: hrefOf(site, '/'),
    locale: ctx.locale,
    locales: frame.locales.map((locale) => ({
      locale,
      label: localeNames[locale],
      href: site.pathIn(locale, path) + search,
      current: locale === ctx.locale,
    })),
    account:
      ctx.actor.kind === 'account'
        ? { name: ctx.actor.name, href: hrefOf(site, '/account'), studioHref: allows(ctx.actor, 'studio.view') ? '/studio' : null }
        : null,
    signInHref: hrefOf(site, '/sign-in'),
    signUpHref: hrefOf(site, '/sign-up'),
    next: nextUp(site),
    mode: visitor.mode ?? brand.mode,
    consent:
      choices.length > 0 && visitor.consent?.version !== frame.consent.version
        ? { text: words(frame.consent.text), policyHref: privacy ? hrefOf(site, `/legal/${privacy.slug}`) : null, choices }
        : null,
  }
}

function nextUp(site: SiteRequest): SiteView['next'] {
  const { next } = site.frame
  if (!next) return null
  if (next.kind === 'mix') return { label: next.title, href: hrefOf(site, `/mixes/${next.slug}`) }
  const date = formatters(site.ctx.locale).date(next.startsAt, { style: 'dayMonth', timeZone: next.timeZone })
  return { label: `${date} · ${next.title} · ${next.city}`, href: hrefOf(site, `/events/${next.slug}`) }
}
