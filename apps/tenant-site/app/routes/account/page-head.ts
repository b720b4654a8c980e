import type { Scope } from '@residency/edge/scope'
import { createI18n } from '@residency/i18n/server'
import { type Seo, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'

type Named =
  | 'signUp'
  | 'signIn'
  | 'byLink'
  | 'forgot'
  | 'sent'
  | 'verify'
  | 'magic'
  | 'code'
  | 'reset'
  | 'moved'
  | 'undo'
  | 'invitation'
  | 'security'
  | 'factor'
  | 'listening'
  | 'privacy'
  | 'goodbye'

/** The head of an account page: its name, and nothing for search engines but the two that somebody may look for. */
export function pageHead(scope: Scope, name: Named | 'profile'): Seo {
  const site = siteOf(scope)
  const t = createI18n(site.ctx.locale).getFixedT(site.ctx.locale, 'account')
  const title = name === 'profile' ? t('nav.label') : t(`${name}.title`)
  return seo(site, { title, index: name === 'signUp' || name === 'signIn' })
}
