// Said here as well: a process started at the repository’s root runs this from source and finds no tsconfig there.
/** @jsxRuntime automatic */
/** @jsxImportSource react */
import { render } from '@react-email/render'
import { formatters, type Locale } from '@residency/i18n'
import { createI18n } from '@residency/i18n/server'
import { type Desk, type Letter, mailT, type Template } from './letter.ts'
import { LetterView } from './letter-view.tsx'
import type { MailBrand } from './look.ts'
import { plainText } from './plain-text.ts'
import { type MailTemplate, mailProps } from './props.ts'
import { templates } from './templates/index.ts'

export interface RenderMailOptions {
  locale: Locale
  brand: MailBrand
  /** Of the tenant: instants are told in it. */
  timeZone: string
}

export interface RenderedMail {
  subject: string
  html: string
  text: string
}

const longestName = 60

/**
 * A name fit for a greeting, or null. Whoever typed it may not be who reads it: a name with an address or a link in it
 * would make the DJ's letter carry a stranger's advertisement.
 */
export function greetableName(name: string): string | null {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!clean || clean.length > longestName || !/\p{L}/u.test(clean)) return null
  return /[@/\\<>:]|www\.|\p{L}\.\p{L}{2,}|\d{5,}/iu.test(clean) ? null : clean
}

/**
 * Makes a mail. `unverifiedProps` are checked against the template's schema (mailProps).
 * Throws a ZodError that names what is missing: the job that sends it then fails loudly instead of mailing nonsense.
 */
export async function renderMail(
  template: MailTemplate,
  unverifiedProps: unknown,
  { locale, brand, timeZone }: RenderMailOptions,
): Promise<RenderedMail> {
  const t = mailT(createI18n(locale, ['mail']))
  const desk: Desk = { locale, t, format: formatters(locale), timeZone, site: new URL(brand.siteUrl).host }
  const props = mailProps[template].parse(unverifiedProps)
  // Each template takes the props of its own schema (templates/index.ts); that this pair belongs together is not to be told in types.
  const letter: Letter = (templates[template] as Template<typeof props>)(props, desk)
  const name = greetableName(props.name)
  const greeting = name ? t('greeting', { name }) : t('greetingPlain')
  const html = await render(<LetterView letter={letter} brand={brand} greeting={greeting} fallback={t('linkFallback')} locale={locale} />)
  return { subject: letter.subject, html, text: plainText(letter, greeting, brand, t) }
}
