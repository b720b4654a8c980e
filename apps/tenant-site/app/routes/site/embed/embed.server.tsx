import { brandAttributes } from '@residency/brand'
import type { EmbeddedMix } from '@residency/domain/embeds'
import type { Scope } from '@residency/edge/scope'
import { I18nProvider } from '@residency/i18n/react'
import { createI18n } from '@residency/i18n/server'
import { EmbedView } from '@residency/ui/player/embed'
import playCss from '@residency/ui/styles/base/play.css?inline'
import embedCss from '@residency/ui/styles/embed.css?inline'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { siteCss } from '../../../document/head-css.server.ts'
import { hrefOf } from '../../../shape/links.ts'
import { mixCard, namedTracks } from '../../../shape/mix.ts'
import { siteOf } from '../../../shape/site-request.ts'
import { EmbedDocument } from './embed-document.tsx'

interface Shown {
  title: string
  canonical: string | null
  script: string | null
  children: ReactNode
}

/** The document as it leaves: the brand's colours and type, in the reader's language. */
function documentOf(scope: Scope, { title, canonical, script, children }: Shown): string {
  const { frame, nonce, locale, visitor } = scope.facts
  const { brand } = frame
  const css = siteCss(brand) + playCss + embedCss
  return `<!doctype html>${renderToStaticMarkup(
    <I18nProvider i18n={createI18n(locale)}>
      <EmbedDocument
        attributes={brandAttributes(brand, visitor.mode)}
        css={css}
        locale={locale}
        nonce={nonce}
        title={title}
        canonical={canonical}
        script={script}
      >
        {children}
      </EmbedDocument>
    </I18nProvider>,
  )}`
}

/** `script`: where the embed's own script is, which is another in each build. */
export function embedPage(scope: Scope, mix: EmbeddedMix, script: string | null): string {
  const site = siteOf(scope)
  const { name } = site.frame.brand
  const home = site.origin + hrefOf(site, '/')
  const { id, title, artwork, durationMs, exclusive } = mixCard(site, mix)
  const href = site.origin + hrefOf(site, `/mixes/${mix.slug}`)
  const shown = { id, title, artwork, durationMs, exclusive, href, tracks: namedTracks(mix.tracks) }
  return documentOf(scope, {
    title: `${title} · ${name}`,
    canonical: href,
    script,
    children: <EmbedView mix={shown} site={{ name, href: home }} />,
  })
}

/** In the place of a mix that is not there, or may not be shown elsewhere. */
export function nothingToEmbed(scope: Scope): string {
  const site = siteOf(scope)
  const { name } = site.frame.brand
  const t = createI18n(scope.facts.locale).getFixedT(scope.facts.locale, 'common')
  return documentOf(scope, {
    title: name,
    canonical: null,
    script: null,
    children: (
      <main className="embed-nothing" id="main">
        <h1 className="embed-title">{t('error.404.title')}</h1>
        <p className="embed-artist">
          <a href={site.origin + hrefOf(site, '/mixes')} target="_blank" rel="noopener">
            {name}
          </a>
        </p>
      </main>
    ),
  })
}
