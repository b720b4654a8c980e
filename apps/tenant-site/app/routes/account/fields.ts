import { z } from 'zod'

// How browsers send what the verbs want: a box that is not ticked is not sent, a field left empty is ''.

export const checkbox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

export const orNull = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .optional()
    .transform((value) => value ?? null)

/** A password asked again; empty where the account has none. */
export const passwordAgain = orNull(z.string().max(1024))
