import { z } from 'zod'
import { bodyFamilies, displayFamilies } from './families.ts'
import { presetNames } from './preset-names.ts'

export const homeSections = ['latest', 'mixes', 'events', 'about', 'links'] as const

/** `#rrggbb`, lower case. */
export const colourSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)

const text = (max: number) => z.string().trim().max(max)
const localized = (max: number) => z.object({ en: text(max), es: text(max), pt: text(max), fr: text(max) }).partial()

/** An address a DJ may link to: a path of the site, or http(s), mailto. Never a script. */
export const hrefSchema = z
  .string()
  .trim()
  .max(500)
  .regex(/^(\/(?!\/)|https?:\/\/|mailto:)\S*$/i)

/** How a tenant's site looks. The one record behind every token, mail, icon and Open Graph image. */
export const brandSchema = z.object({
  name: z.string().trim().min(1).max(80),
  tagline: localized(140),
  preset: z.enum(presetNames),
  /** What a visitor sees before choosing; `auto` follows their device. */
  mode: z.enum(['dark', 'light', 'auto']),
  colours: z.object({
    accent: colourSchema,
    second: colourSchema,
    ground: z.object({ dark: colourSchema, light: colourSchema }),
    /** null: derived from the ground. */
    ink: z.object({ dark: colourSchema.nullable(), light: colourSchema.nullable() }),
  }),
  type: z.object({
    display: z.enum(['preset', ...displayFamilies]),
    body: z.enum(['preset', ...bodyFamilies]),
  }),
  /** Distance between the smallest and the largest type. */
  typeScale: z.enum(['quiet', 'regular', 'loud']),
  radius: z.enum(['preset', 'none', 'small', 'large']),
  density: z.enum(['tight', 'regular', 'airy']),
  imagery: z.object({
    /** `preset`: the preset's own print (halftone, vignette, misregistration …). */
    treatment: z.enum(['preset', 'plain', 'mono']),
    /** 0..1, how strongly the treatment shows. */
    strength: z.number().min(0).max(1),
  }),
  logoId: z.uuid().nullable(),
  coverId: z.uuid().nullable(),
  iconId: z.uuid().nullable(),
  sections: z
    .array(z.enum(homeSections))
    .min(1)
    .max(homeSections.length)
    .refine((list) => new Set(list).size === list.length),
  announcement: z.object({ text: localized(200), href: hrefSchema.nullable(), active: z.boolean() }).nullable(),
})

export type BrandRecord = z.output<typeof brandSchema>
export type BrandColours = BrandRecord['colours']
export type Mode = 'dark' | 'light'
