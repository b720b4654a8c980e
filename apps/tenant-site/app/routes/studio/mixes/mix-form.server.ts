import { locales } from '@residency/config/locales'
import { type MixState, mixFieldsSchema } from '@residency/domain/catalogue'
import { slugSchema } from '@residency/domain/slugs'
import { z } from 'zod'
import { byIntent } from '../by-intent.server.ts'
import { moodsFrom } from './mixes-form.server.ts'

type Form = Record<string, unknown>
const orNull = (value: unknown): unknown => (value === '' || value === undefined ? null : value)

/** The fields of a mix from a flat form, unchecked. A box that is not ticked is not sent. */
const unverifiedFields = (form: Form): Form => ({
  ...form,
  description: Object.fromEntries(
    locales.flatMap((locale) => {
      const value = form[`description.${locale}`]
      return typeof value === 'string' && value.trim() !== '' ? [[locale, value]] : []
    }),
  ),
  artworkId: orNull(form.artworkId),
  genre: orNull(form.genre),
  moods: moodsFrom(String(form.moods ?? '')),
  exclusiveTierId: orNull(form.exclusiveTierId),
  ...Object.fromEntries(
    (['earlyAccess', 'embedAllowed', 'downloadable', 'commentsOpen'] as const).map((name) => [name, form[name] === 'on']),
  ),
})

const changed = z
  .looseObject({})
  .transform(unverifiedFields)
  .pipe(mixFieldsSchema.extend({ slug: slugSchema, expectedVersion: z.coerce.number().int().positive() }))
  .transform(({ slug, expectedVersion, ...fields }) => ({ slug, expectedVersion, fields }))

export const mixFormSchema = byIntent({ save: changed, delete: z.object({}) })

/** A mix as its form shows it, name by name. */
export function typedMix(mix: MixState): Record<string, string> {
  return {
    title: mix.title,
    ...Object.fromEntries(locales.map((locale) => [`description.${locale}`, mix.description[locale] ?? ''])),
    artworkId: mix.artworkId ?? '',
    genre: mix.genre ?? '',
    moods: mix.moods.join(', '),
    recordedOn: mix.recordedOn,
    exclusiveTierId: mix.exclusiveTierId ?? '',
    earlyAccess: mix.earlyAccess ? 'on' : '',
    embedAllowed: mix.embedAllowed ? 'on' : '',
    downloadable: mix.downloadable ? 'on' : '',
    commentsOpen: mix.commentsOpen ? 'on' : '',
    slug: mix.slug,
  }
}
