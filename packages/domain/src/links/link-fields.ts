import { type Locale, locales } from '@residency/config'
import { z } from 'zod'
import { hrefSchema } from '../pages/index.ts'
import { type LinkKind, linkKinds } from './link-state.ts'

export const linkFieldsSchema = z.object({
  label: z
    .object(Object.fromEntries(locales.map((locale) => [locale, z.string().trim().max(80)])) as Record<Locale, z.ZodString>)
    .partial()
    .refine((texts) => Object.values(texts).some((text) => text.length > 0), { message: 'required' }),
  /** A page of the site, or an address on the web, for mail or for calling. */
  url: hrefSchema,
  /** Left out: told from the address. */
  kind: z.enum(linkKinds).optional(),
})

const hosts: [RegExp, LinkKind][] = [
  [/(^|\.)instagram\.com$/, 'instagram'],
  [/(^|\.)soundcloud\.com$/, 'soundcloud'],
  [/(^|\.)mixcloud\.com$/, 'mixcloud'],
  [/(^|\.)youtube\.com$|^youtu\.be$/, 'youtube'],
  [/(^|\.)spotify\.com$/, 'spotify'],
  [/(^|\.)bandcamp\.com$/, 'bandcamp'],
  [/^(www\.)?(x|twitter)\.com$/, 'x'],
  [/(^|\.)discord\.(gg|com)$/, 'discord'],
]

/** What kind of place an address is. */
export function linkKindOf(url: string): LinkKind {
  if (/^mailto:/i.test(url)) return 'mail'
  const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase() : ''
  return hosts.find(([pattern]) => pattern.test(host))?.[1] ?? 'other'
}
