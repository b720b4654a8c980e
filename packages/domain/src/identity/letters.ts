import { isLocale, type Locale } from '@residency/config'
import type { TenantDb } from '@residency/db'
import { sitePath, type TenantContext } from '../context/index.ts'
import { type MailProps, type MailTemplate, queueMail } from '../mail/index.ts'

interface Reader {
  email: string
  name: string
  locale: string | null
}

const localeOf = (ctx: TenantContext, reader: { locale: string | null }): Locale => (isLocale(reader.locale) ? reader.locale : ctx.locale)

/** Pages behind the links of mails. The host is put before them when the mail is sent. */
const pages = {
  verifyEmail: '/verify',
  magicLink: '/sign-in/magic',
  resetPassword: '/reset-password',
  emailChange: '/confirm-email',
  crewInvitation: '/invitation',
} as const satisfies Partial<Record<MailTemplate, string>>

/** Mails a link with a token, in the reader's language. */
export async function sendLink(
  db: TenantDb,
  ctx: TenantContext,
  to: Reader,
  template: keyof typeof pages,
  token: string,
  more: { props?: MailProps; returnTo?: string | null; inKnownBrowser?: boolean } = {},
): Promise<void> {
  const locale = localeOf(ctx, to)
  const query = new URLSearchParams({ token, ...(more.returnTo ? { returnTo: more.returnTo } : {}) })
  const props = { name: to.name, url: `${sitePath(ctx.tenant, pages[template], locale)}?${query}`, ...more.props }
  await queueMail(db, ctx, { template, to: to.email, locale, props, neverHeldBack: more.inKnownBrowser })
}

/** The page where the reader of a notice takes back what it tells of. For `sendNotice`'s props: the name ends in `Url`. */
export const undoPath = (ctx: TenantContext, reader: { locale: string | null }, token: string): string =>
  `${sitePath(ctx.tenant, '/undo-second-factor', localeOf(ctx, reader))}?token=${token}`

/** Mails what happened to an account, with the way to the page where one can do something about it. */
export async function sendNotice(
  db: TenantDb,
  ctx: TenantContext,
  to: Reader,
  template: Exclude<MailTemplate, keyof typeof pages>,
  props: MailProps = {},
): Promise<void> {
  const locale = localeOf(ctx, to)
  const urls = {
    signInUrl: sitePath(ctx.tenant, '/sign-in', locale),
    resetUrl: sitePath(ctx.tenant, '/forgot-password', locale),
    securityUrl: sitePath(ctx.tenant, '/account/security', locale),
  }
  await queueMail(db, ctx, { template, to: to.email, locale, props: { name: to.name, at: ctx.now().toISOString(), ...urls, ...props } })
}
