import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { studioFontPreloads } from '@residency/ui/fonts'
import { LinkButton, PageHead } from '@residency/ui/studio'
import studioCss from '@residency/ui/styles/studio.css?url'
import type { ReactNode } from 'react'
import { useServerHead } from './document/head-context.tsx'
import { openDoor } from './doors.ts'
import icon from './icon.svg?url'
import platformCss from './platform.css?url'

export const links: LinksFunction = () => [
  { rel: 'icon', type: 'image/svg+xml', href: icon },
  { rel: 'stylesheet', href: studioCss },
  { rel: 'stylesheet', href: platformCss },
]

export const loader = (args: LoaderFunctionArgs) => {
  const { platform } = openDoor(args, 'anyone')
  return { locale: platform.locale }
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const { css, nonce } = useServerHead()
  return (
    <html lang={data?.locale ?? 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        {studioFontPreloads().map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={href} />
        ))}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own @font-face rules */}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  )
}

export const meta: MetaFunction = ({ error }) => (error ? [{ title: 'Residency' }, { name: 'robots', content: 'noindex' }] : [])

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { t } = useTranslation('common')
  const { status: answered, requestId } = useServerHead()
  const status = isRouteErrorResponse(error) ? error.status : answered
  const known = status === 404 || status === 403 || status === 429 || status === 503 ? status : 500
  return (
    <main id="main" className="narrow">
      <PageHead title={t(`error.${known}.title`)} intro={t(`error.${known}.text`)} />
      <p>
        <LinkButton href="/">{t('error.home')}</LinkButton>
      </p>
      {known >= 500 ? (
        <p>
          <small>{t('error.request', { id: requestId })}</small>
        </p>
      ) : null}
    </main>
  )
}
