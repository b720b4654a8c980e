import type { Formatters } from '@residency/i18n'

/** Minutes for which the link of a letter works. A test in @residency/jobs holds them to what the domain decides. */
export const linkMinutes = {
  verifyEmail: 24 * 60,
  magicLink: 15,
  resetPassword: 60,
  emailChange: 24 * 60,
  crewInvitation: 7 * 24 * 60,
  secondFactorOn: 7 * 24 * 60,
} as const

/** "15 minutes", "24 hours", "7 days": in words, by the largest unit that is whole and more than one. */
export function lifetime(format: Formatters, minutes: number): string {
  const [value, unit] = minutes >= 48 * 60 ? [minutes / 1440, 'day'] : minutes >= 60 ? [minutes / 60, 'hour'] : [minutes, 'minute']
  return format.number(value, { style: 'unit', unit, unitDisplay: 'long' })
}
