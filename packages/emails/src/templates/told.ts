import type { Desk } from '../letter.ts'

/** An instant, in full, where the site is at home. */
export const when = ({ format, timeZone }: Desk, at: string): string => format.dateTime(at, { timeZone, style: 'full', zoneName: true })

/** Why a letter about an account came. */
export const ofAccount = ({ t, site }: Desk): string => t('reason.account', { site })
/** "Firefox on Linux", or what of it is known. */
export const deviceName = ({ t }: Desk, browser: string | null, system: string | null): string =>
  browser && system ? t('device', { browser, system }) : (browser ?? system ?? t('deviceUnknown'))
