import { z } from 'zod'

type Schemas = Record<string, z.ZodType>
type Asked<S extends Schemas> = { [Name in keyof S & string]: { intent: Name } & z.output<S[Name]> }[keyof S & string]

/**
 * A page's forms by the button that sent them: each has a shape of its own. Unlike a union it says what is wrong with which field,
 * whatever the shapes are made of.
 */
export const byIntent = <S extends Schemas>(schemas: S) =>
  z.looseObject({ intent: z.enum(Object.keys(schemas) as [string, ...string[]]) }).transform((form, context): Asked<S> => {
    const parsed = schemas[form.intent]?.safeParse(form)
    if (parsed?.success) return { ...(parsed.data as object), intent: form.intent } as Asked<S>
    for (const issue of parsed?.error.issues ?? []) context.issues.push({ ...issue, input: form } as (typeof context.issues)[number])
    return z.NEVER
  })
