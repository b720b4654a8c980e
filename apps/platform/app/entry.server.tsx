import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isUnavailable } from '@residency/edge/routes'
import { I18nProvider } from '@residency/i18n/react'
import { createI18n } from '@residency/i18n/server'
import { studioFontCss } from '@residency/ui/fonts'
import { renderToString } from 'react-dom/server'
import { ServerHeadProvider } from './document/head-context.tsx'
import { platformOf } from './platform-request.ts'

/** The platform's pages are plain documents: forms and links, no script of ours. So nothing streams and nothing hydrates. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response {
  const platform = platformOf(context)
  const nonce = String(Reflect.get(context, 'nonce'))
  const answered = platform.unavailable && status === 500 ? 503 : status
  const html = renderToString(
    <ServerHeadProvider value={{ css: studioFontCss(), nonce, requestId: platform.request.requestId, status: answered }}>
      <I18nProvider i18n={createI18n(platform.locale)}>
        <RemixServer context={remix} url={request.url} />
      </I18nProvider>
    </ServerHeadProvider>,
  )
  headers.set('content-type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${html}`, { status: answered, headers })
}

export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return
  const platform = platformOf(context)
  platform.unavailable ||= isUnavailable(error)
  platform.request.log.error({ err: error }, 'a request failed')
}
