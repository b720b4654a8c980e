import type { DemoPerson, DemoRole } from './types.ts'

type Line = [
  role: DemoRole,
  name: string,
  email: string,
  locale: DemoPerson['locale'],
  timeZone: string,
  joinedDaysAgo: number,
  marketing: boolean,
]

export const people = (lines: readonly Line[]): DemoPerson[] =>
  lines.map(([role, name, email, locale, timeZone, joinedDaysAgo, marketing]) => ({
    role,
    name,
    email,
    locale,
    timeZone,
    joinedDaysAgo,
    marketing,
  }))
