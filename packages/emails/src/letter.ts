import type { Formatters, Locale } from '@residency/i18n'
import type { I18n } from '@residency/i18n/server'

/** What a letter says, before it looks like anything: its HTML and its plain text are both made from this. */
export interface Letter {
  subject: string
  /** What a mailbox shows beside the subject. */
  preview: string
  paragraphs: string[]
  /** The one thing to do. */
  action?: { label: string; url: string; note?: string }
  /** What happened, in rows: when, where, with what. */
  facts?: { label: string; value: string }[]
  /** What to do if it was not you, in smaller type. */
  aside?: { text: string; action?: { label: string; url: string } }
  /** Why this came: the last line. */
  reason: string
}

export type MailT = ReturnType<typeof mailT>
export const mailT = (i18n: I18n) => i18n.getFixedT(i18n.language, 'mail')

/** What a template writes with. */
export interface Desk {
  locale: Locale
  t: MailT
  format: Formatters
  /** Of the tenant: instants are told in it. */
  timeZone: string
  /** The site's host, as its readers know it. */
  site: string
}

export type Template<P> = (props: P, desk: Desk) => Letter
