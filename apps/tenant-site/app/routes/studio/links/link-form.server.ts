import { locales } from '@residency/config/locales'
import { createLinkSchema } from '@residency/domain/links'
import { z } from 'zod'

type Form = Record<string, unknown>

const unverifiedLink = (form: Form): Form => ({
  ...form,
  label: Object.fromEntries(
    locales.flatMap((locale) => {
      const value = form[`label.${locale}`]
      return typeof value === 'string' && value.trim() !== '' ? [[locale, value]] : []
    }),
  ),
  // Told from the address unless somebody says otherwise.
  kind: form.kind === '' ? undefined : form.kind,
})

export const linkFormSchema = z.looseObject({}).transform(unverifiedLink).pipe(createLinkSchema)

export const linkEditSchema = z
  .looseObject({})
  .transform(unverifiedLink)
  .pipe(createLinkSchema.safeExtend({ expectedVersion: z.coerce.number().int().positive() }))
