import { locales } from '@residency/config'
import sanitizeHtml from 'sanitize-html'
import { z } from 'zod'

/** Blocks as they are stored: every text in the DJ's languages. The read side resolves them to what a reader sees. */

const text = (max: number) =>
  z
    .object(Object.fromEntries(locales.map((locale) => [locale, z.string().max(max)])) as Record<(typeof locales)[number], z.ZodString>)
    .partial()

/** A path of the site, or http(s), mailto, tel. Never a script, never `//host`. */
export const hrefSchema = z
  .string()
  .trim()
  .max(500)
  .regex(/^(\/(?!\/)|https?:\/\/|mailto:|tel:)\S*$/i)

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'a', 'strong', 'em', 'ul', 'ol', 'li', 'br', 'code'],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: { b: 'strong', i: 'em', div: 'p', h1: 'p', h2: 'p', h3: 'p' },
}

/** Leaves what a paragraph needs and drops the rest: scripts, styles, handlers, pictures, frames. Idempotent. */
export const cleanHtml = (html: string): string => sanitizeHtml(html, allowed)

const html = (max: number) =>
  text(max).transform(
    (texts) => Object.fromEntries(Object.entries(texts).map(([locale, value]) => [locale, cleanHtml(value)])) as typeof texts,
  )

const id = z.string().min(1).max(40)

export const blockSchema = z.discriminatedUnion('type', [
  z.object({ id, type: z.literal('heading'), text: text(200), level: z.union([z.literal(2), z.literal(3)]) }),
  z.object({ id, type: z.literal('text'), html: html(20_000) }),
  z.object({ id, type: z.literal('image'), mediaId: z.uuid(), caption: text(300) }),
  z.object({ id, type: z.literal('quote'), text: text(1_000), by: text(120) }),
  z.object({ id, type: z.literal('button'), label: text(80), href: hrefSchema }),
  z.object({ id, type: z.literal('divider') }),
  z.object({ id, type: z.literal('mixes'), heading: text(120), mixIds: z.array(z.uuid()).max(12) }),
])

export const blocksSchema = z
  .array(blockSchema)
  .max(100)
  .refine((blocks) => new Set(blocks.map((block) => block.id)).size === blocks.length, { message: 'blocks.duplicateId' })

export type StoredBlock = z.output<typeof blockSchema>
export type BlockType = StoredBlock['type']

/** Checks and cleans blocks that come from outside. Throws a ZodError. */
export const parseBlocks = (unverifiedBlocks: unknown): StoredBlock[] => blocksSchema.parse(unverifiedBlocks)

/** Ids of the pictures and mixes that blocks show. */
export function referencesOf(blocks: readonly StoredBlock[]): { mediaIds: string[]; mixIds: string[] } {
  const mediaIds = new Set<string>()
  const mixIds = new Set<string>()
  for (const block of blocks) {
    if (block.type === 'image') mediaIds.add(block.mediaId)
    if (block.type === 'mixes') for (const mixId of block.mixIds) mixIds.add(mixId)
  }
  return { mediaIds: [...mediaIds], mixIds: [...mixIds] }
}
