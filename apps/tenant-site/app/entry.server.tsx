import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { BrandRecord } from '@residency/brand'
import { scopeOf } from '@residency/edge/scope'
import { I18nProvider } from '@residency/i18n/react'
import { createI18n } from '@residency/i18n/server'
import { PresetProvider } from '@residency/ui/presets'
import { allPresets } from '@residency/ui/presets/all'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerHeadProvider } from './document/head-context.tsx'
import { siteCss, studioCss } from './document/head-css.server.ts'
import { isStudio } from './document/is-studio.ts'
import { scriptsAfterLoad, scriptsLow } from './document/scripts-last.server.ts'

const patienceMs = 5_000

/** Renders the whole document before the first byte leaves: a shared page is stored as it is, and a person's page is small. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { frame, nonce, locale, log } = scopeOf(context).facts
  const draft = remix.staticHandlerContext.loaderData['studio.preview'] as { brand: BrandRecord } | undefined
  const brand = draft?.brand ?? frame.brand
  const studio = isStudio(new URL(request.url).pathname)
  const css = studio ? studioCss() : siteCss(brand)
  const { pageScripts } = context as { pageScripts?: string[] }
  // In development there are no bundles to wait for, and React would compare what was changed.
  const scriptsLast = (html: string) => (!pageScripts ? html : studio ? scriptsLow(html) : scriptsAfterLoad(html, pageScripts))
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <ServerHeadProvider value={{ css, nonce }}>
        <I18nProvider i18n={createI18n(locale)}>
          <PresetProvider preset={allPresets[brand.preset]}>
            <RemixServer context={remix} url={request.url} abortDelay={patienceMs} nonce={nonce} />
          </PresetProvider>
        </I18nProvider>
      </ServerHeadProvider>,
      {
        nonce,
        onAllReady: () => {
          clearTimeout(late)
          headers.set('content-type', 'text/html; charset=utf-8')
          const body = new PassThrough()
          text(body).then((html) => resolve(new Response(scriptsLast(html), { headers, status: failed ? 500 : status })), reject)
          pipe(body)
        },
        onShellError: (error) => {
          clearTimeout(late)
          reject(error)
        },
        onError: (error) => {
          failed = true
          log.error({ err: error }, 'a page could not be rendered')
        },
      },
    )
    const late = setTimeout(abort, patienceMs)
  })
}

/** Errors that loaders and actions did not mean: the visitor sees words and a request id, the log sees the error. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  scopeOf(context).facts.log.error({ err: error }, 'a request failed')
}
