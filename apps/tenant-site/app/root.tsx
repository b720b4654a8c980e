import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  PrefetchPageLinks,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { studioFontPreloads } from '@residency/ui/fonts'
import { presetStyles } from '@residency/ui/presets/styles'
import { SiteRuntimeProvider } from '@residency/ui/site'
import { type ReactNode, useEffect } from 'react'
import { useServerHead } from './document/head-context.tsx'
import { isStudio } from './document/is-studio.ts'
import { pageTexts } from './document/page-texts.ts'
import { rootData } from './document/root-data.server.ts'
import { useLookAhead } from './document/use-look-ahead.ts'
import { lastRoot, useRoot } from './document/use-root.ts'
import { useSiteNavigation } from './document/use-site-navigation.ts'
import { ShownLanguage } from './player/shown-language.tsx'
import { usePlayer } from './player/use-player.ts'
import { ErrorPage } from './routes/site/error-page.tsx'
import type { loader as previewLoader } from './routes/studio/brand/preview.tsx'

export const loader = (args: LoaderFunctionArgs) => rootData(args)

/** The document. The studio brings its own look; everywhere else the tenant's brand and the one preset of it. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRoot()
  // The brand editor's frame shows the draft: its attributes and preset take the place of the published ones.
  const draft = useRouteLoaderData<typeof previewLoader>('studio.preview')
  const data = root && draft ? { ...root, attributes: draft.attributes, preset: draft.preset, preloads: draft.preloads } : root
  const { css, nonce } = useServerHead()
  const { pathname } = useLocation()
  const studio = isStudio(pathname)
  const preloads = studio ? studioFontPreloads() : (data?.preloads ?? [])
  return (
    <html
      lang={data?.site.locale ?? 'en'}
      {...(studio ? { 'data-preset': data?.preset, 'data-mode': data?.chosenMode ?? undefined } : data?.attributes)}
      data-texts={pageTexts(pathname)}
      data-consent={data?.answered ? 'answered' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {studio
          ? null
          : data?.themeColours.map(({ media, colour }) => (
              <meta key={media} name="theme-color" content={colour} media={media ?? undefined} />
            ))}
        <Meta />
        {preloads.map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={href} />
        ))}
        {/* Written by the server alone: React leaves it as it is. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from the validated brand record, never from what anybody typed */}
        <style data-look="" nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: css }} />
        {data && !studio ? <link rel="stylesheet" href={presetStyles[data.preset]} /> : null}
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="icon" href="/icons/icon-32.png" sizes="32x32" type="image/png" />
        <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
        <link rel="alternate" type="application/rss+xml" href="/feed.xml" title={data?.site.name} />
        <link rel="alternate" type="application/rss+xml" href="/podcast.xml" title={data ? `${data.site.name} (podcast)` : undefined} />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const data = useRoot()
  const runtime = useSiteNavigation()
  const { pathname, search } = useLocation()
  const ahead = useLookAhead(pathname)
  usePlayer(pathname + search, Boolean(data?.site.account))
  useEffect(() => {
    // The brand was changed to another preset while this page was open: only a new document has its code and styles.
    if (data && document.documentElement.dataset.preset && data.preset !== document.documentElement.dataset.shownPreset) {
      if (document.documentElement.dataset.shownPreset) location.reload()
      else document.documentElement.dataset.shownPreset = data.preset
    }
  }, [data])
  return (
    <SiteRuntimeProvider value={runtime}>
      <ShownLanguage locale={data?.site.locale}>
        <Outlet />
      </ShownLanguage>
      {ahead ? <PrefetchPageLinks page={ahead} /> : null}
    </SiteRuntimeProvider>
  )
}

/** For what has no title of its own: a page that could not be shown. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: (data ?? lastRoot())?.site.name ?? '404' }]

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} root={useRoot()} />
}
