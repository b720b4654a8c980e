import type { Desk } from '../letter.ts'

/** An instant, in full, where the site is at home. */
export const when = ({ format, timeZone }: Desk, at: string): string => format.dateTime(at, { timeZone, style: 'full', zoneName: true })

/** Why a letter about an account came. */
export const ofAccount = ({ t, site }: Desk): string => t('reason.account', { site })
