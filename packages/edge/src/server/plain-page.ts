import { createHash } from 'node:crypto'
import type { Locale } from '@residency/config'
import { createI18n } from '@residency/i18n/server'

const style =
  ':root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.0625rem/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText}main{max-width:34rem;padding:2rem}h1{font-size:2rem;line-height:1.15;margin:0 0 .75rem;text-wrap:balance}p{margin:0 0 1rem}small{opacity:.75}a{color:inherit}'

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`
export const plainPolicy = `default-src 'none'; style-src ${styleHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

export type PlainState = 'unknown' | 'busy' | 'failed' | 'forbidden'

/**
 * A page that needs nothing: no database, no rendering, no script. For hosts that are nobody's it names nobody.
 * `tenant` says whose page it is: left out, nobody's. `reason` is one sentence instead of the state's own words.
 */
export function plainPage(
  state: PlainState,
  locale: Locale,
  more: { tenant?: string; requestId?: string; retry?: boolean; reason?: string } = {},
): string {
  const t = createI18n(locale).getFixedT(locale, 'states')
  const common = createI18n(locale).getFixedT(locale, 'common')
  const title = more.reason ?? t(`${state}.title`)
  const text = more.reason ? '' : `<p>${escaped(t(`${state}.text`))}</p>`
  const name = more.tenant ? `<p><strong>${escaped(more.tenant)}</strong></p>` : ''
  const again = more.retry ? `<p><a href="">${escaped(t('again'))}</a></p>` : ''
  const reference = more.requestId ? `<p><small>${escaped(common('requestId', { id: more.requestId }))}</small></p>` : ''
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body><main>${name}<h1>${escaped(title)}</h1>${text}${again}${reference}</main></body></html>`
}
