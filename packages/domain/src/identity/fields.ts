import { z } from 'zod'

/** An address as it is stored and counted: one spelling for one mailbox. */
export const emailField = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** A password being given, not chosen: only its size is bounded. */
export const givenPassword = z.string().min(1).max(1024)

/** A password being chosen: `passwordProblem` says what is wrong with it, in words. */
export const chosenPassword = z.string().min(1).max(1024)

const control = /\p{Cc}/u
const address = /:\/\/|www\.|\.[a-z]{2,}\//i

/** A person's name. It stands in mails that strangers can cause, so it may not carry an address to click on. */
export const nameField = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((name) => !control.test(name) && !address.test(name), 'account.nameAddress')

/** A token as `randomToken` makes them; anything else is not worth a query. */
export const tokenField = z.string().regex(/^[\w-]{43}$/)

const zones = new Set(Intl.supportedValuesOf('timeZone').concat('UTC'))
/** An IANA time zone. */
export const timeZoneField = z.string().refine((zone) => zones.has(zone))
export const timeZones: readonly string[] = [...zones].sort()
