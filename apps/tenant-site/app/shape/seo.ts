import type { MetaDescriptor } from '@remix-run/node'
import type { SiteRequest } from './site-request.ts'

/** What a page tells search engines and those who share it. Made on the server: hosts come from the tenant's record, never from the request. */
export interface Seo {
  title: string
  description: string
  canonical: string
  alternates: { hrefLang: string; href: string }[]
  image: { url: string; alt: string } | null
  type: 'website' | 'music.song' | 'article' | 'profile'
  siteName: string
  locale: string
  jsonLd: object | null
  index: boolean
  /** Where other sites ask how to show it (oembed.com). */
  oembed: string | null
}

interface Given {
  /** Left out on the home page. */
  title?: string
  description?: string
  image?: string
  type?: Seo['type']
  jsonLd?: object
  index?: boolean
  /** It may be shown on other sites. */
  embeds?: boolean
  /** Part of what the page is, such as its number in a list. */
  search?: string
}

export function seo(site: SiteRequest, given: Given): Seo {
  const { ctx, frame, origin, path } = site
  const name = frame.brand.name
  const tagline = frame.brand.tagline[ctx.locale] ?? frame.brand.tagline[ctx.tenant.locale] ?? ''
  const address = (locale: typeof ctx.locale) => origin + site.pathIn(locale, path) + (given.search ?? '')
  const title = given.title ? `${given.title} · ${name}` : [name, tagline].filter(Boolean).join(' · ')
  return {
    title,
    description: given.description || tagline || name,
    canonical: address(ctx.locale),
    alternates:
      frame.locales.length > 1
        ? [
            ...frame.locales.map((locale) => ({ hrefLang: locale as string, href: address(locale) })),
            { hrefLang: 'x-default', href: address(ctx.tenant.locale) },
          ]
        : [],
    image: { url: `${origin}${given.image ?? '/og/site/home.jpg'}`, alt: title },
    type: given.type ?? 'website',
    siteName: name,
    locale: ctx.locale,
    jsonLd: given.jsonLd ?? null,
    index: given.index ?? true,
    oembed: given.embeds ? `${origin}/oembed?url=${encodeURIComponent(address(ctx.locale))}` : null,
  }
}

/** Every page's `meta`: reads `seo` from the loader's data. */
export function metaOf({ data }: { data: unknown }): MetaDescriptor[] {
  const page = (data as { seo?: Seo } | null | undefined)?.seo
  if (!page) return []
  return [
    { title: page.title },
    { name: 'description', content: page.description },
    ...(page.index ? [] : [{ name: 'robots', content: 'noindex' }]),
    { tagName: 'link', rel: 'canonical', href: page.canonical },
    ...page.alternates.map(({ hrefLang, href }) => ({ tagName: 'link' as const, rel: 'alternate', hrefLang, href })),
    ...(page.oembed
      ? [{ tagName: 'link' as const, rel: 'alternate', type: 'application/json+oembed', href: page.oembed, title: page.title }]
      : []),
    { property: 'og:title', content: page.title },
    { property: 'og:description', content: page.description },
    { property: 'og:url', content: page.canonical },
    { property: 'og:type', content: page.type },
    { property: 'og:site_name', content: page.siteName },
    { property: 'og:locale', content: page.locale },
    ...(page.image
      ? [
          { property: 'og:image', content: page.image.url },
          { property: 'og:image:width', content: '1200' },
          { property: 'og:image:height', content: '630' },
          { property: 'og:image:alt', content: page.image.alt },
          { name: 'twitter:card', content: 'summary_large_image' },
        ]
      : []),
    ...(page.jsonLd ? [{ 'script:ld+json': page.jsonLd as Record<string, string> }] : []),
  ]
}
