import { type BrandRecord, bodyFamilies, brandSchema, displayFamilies, homeSections, presetNames } from '@residency/brand'
import { locales } from '@residency/config/locales'
import { z } from 'zod'

/** The brand as one flat form, so that it works without scripts; the same reading serves the browser's live preview. */

const texts = (form: Record<string, unknown>, name: string): Record<string, string> =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const value = form[`${name}.${locale}`]
      return typeof value === 'string' && value.trim() !== '' ? [[locale, value.trim()]] : []
    }),
  )

const orNull = (value: unknown): unknown => (value === '' || value === undefined ? null : value)

/** Shown sections in the order of their numbers; a section numbered 0 is hidden. */
const sectionsOf = (form: Record<string, unknown>): string[] =>
  homeSections
    .map((name, index) => ({ name, place: Number(form[`section.${name}`] ?? index + 1), index }))
    .filter((section) => section.place > 0)
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map((section) => section.name)

/** The record of a form's fields, unchecked. */
export function unverifiedRecord(form: Record<string, unknown>): unknown {
  const announcement = texts(form, 'announcement')
  return {
    name: form.name,
    tagline: texts(form, 'tagline'),
    preset: form.preset,
    mode: form.mode,
    colours: {
      accent: form.accent,
      second: form.second,
      ground: { dark: form.groundDark, light: form.groundLight },
      ink: {
        dark: form.ownInk === 'on' ? form.inkDark : null,
        light: form.ownInk === 'on' ? form.inkLight : null,
      },
    },
    type: { display: form.display, body: form.body },
    typeScale: form.typeScale,
    radius: form.radius,
    density: form.density,
    imagery: { treatment: form.treatment, strength: Number(form.strength) / 100 },
    logoId: orNull(form.logoId),
    coverId: orNull(form.coverId),
    iconId: orNull(form.iconId),
    sections: sectionsOf(form),
    announcement:
      Object.keys(announcement).length > 0
        ? { text: announcement, href: orNull(form.announcementHref), active: form.announcementActive === 'on' }
        : null,
  }
}

export const brandFormSchema = z.looseObject({}).transform(unverifiedRecord).pipe(brandSchema)

/** What the browser's form holds right now, or null while a field is half typed. */
export function recordOf(element: HTMLFormElement): BrandRecord | null {
  const parsed = brandFormSchema.safeParse(Object.fromEntries(new FormData(element)))
  return parsed.success ? parsed.data : null
}

export const choices = { preset: presetNames, display: ['preset', ...displayFamilies], body: ['preset', ...bodyFamilies] } as const
