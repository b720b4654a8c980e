import { type Locale, locales } from '@residency/config'
import type { TenantDb } from '@residency/db'
import { z } from 'zod'
import { invalid } from '../../errors/index.ts'

const text = (max: number) =>
  z.object(Object.fromEntries(locales.map((locale) => [locale, z.string().trim().max(max)])) as Record<Locale, z.ZodString>).partial()

export const genreSchema = z
  .string()
  .trim()
  .max(60)
  .nullable()
  .transform((genre) => genre || null)

/** Each once, however it was written. */
export const moodsSchema = z
  .array(z.string().trim().min(1).max(40))
  .max(8)
  .transform((moods) => [...new Map(moods.map((mood) => [mood.toLocaleLowerCase(), mood])).values()])

const earliest = '1970-01-01'

/** What a DJ says about a mix. */
export const mixFieldsSchema = z.object({
  title: z.string().trim().min(1).max(200),
  description: text(4_000).default({}),
  artworkId: z.uuid().nullable().default(null),
  genre: genreSchema.default(null),
  moods: moodsSchema.default([]),
  recordedOn: z.iso.date('field.date').refine((day) => day >= earliest, 'field.date'),
  earlyAccess: z.boolean().default(true),
  exclusiveTierId: z.uuid().nullable().default(null),
  embedAllowed: z.boolean().default(true),
  downloadable: z.boolean().default(false),
  commentsOpen: z.boolean().default(true),
})
export type MixFields = z.output<typeof mixFieldsSchema>

/** Throws `invalid` for a picture or a tier that is not there. */
export async function requireKnown(
  db: TenantDb,
  { artworkId, exclusiveTierId }: { artworkId?: string | null; exclusiveTierId?: string | null },
) {
  if (artworkId && (await db.mediaItem.count({ where: { id: artworkId } })) === 0) throw invalid({ artworkId: 'media.unknown' })
  if (exclusiveTierId && (await db.tier.count({ where: { id: exclusiveTierId } })) === 0)
    throw invalid({ exclusiveTierId: 'mix.tierUnknown' })
}

/** Columns of the fields, inside the caller's transaction. Throws `invalid` for what is not there, and for days that have not come. */
export async function mixColumnsOf(db: TenantDb, fields: MixFields, now: Date) {
  // A day ahead: somewhere it is tomorrow already.
  if (new Date(fields.recordedOn).getTime() > now.getTime() + 24 * 60 * 60_000) throw invalid({ recordedOn: 'mix.notYet' })
  await requireKnown(db, fields)
  return { ...fields, recordedOn: new Date(`${fields.recordedOn}T00:00:00Z`) }
}
