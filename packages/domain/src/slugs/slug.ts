import { z } from 'zod'

/** Words of the site's own addresses, which a page may not take. */
const reserved = new Set(['new', 'edit', 'api', 'studio', 'account', 'media', 'preview', 'search', 'feed', 'index'])

export const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug.shape')
  .refine((slug) => !reserved.has(slug), 'slug.reserved')

/** An address made from a title: accents folded, everything else that is no letter or figure becomes one dash. Never empty. */
export function slugify(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 72)
    .replace(/-+$/, '')
  return slug === '' || reserved.has(slug) ? `${slug || 'untitled'}-1` : slug
}
