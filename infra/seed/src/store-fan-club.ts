import type { Prisma } from '@residency/db'
import type { OwnerDb } from '@residency/db/owner'
import { tierTemplates } from '@residency/domain/fan-club'
import { slugify } from '@residency/domain/slugs'
import { daysFrom } from './content/calendar.ts'
import { fanClubs } from './content/fan-clubs.ts'
import type { DemoTenant } from './content/types.ts'
import { demoId } from './demo-ids.ts'

/** The tiers of a demo tenant and the fans its owner let in. What exists is left as it is. */
export async function storeFanClub(
  db: OwnerDb,
  tenantId: string,
  { slug, currency, people }: DemoTenant,
  ownerId: string,
  today: Date,
): Promise<void> {
  const club = fanClubs[slug]
  const template = tierTemplates.find(({ key }) => key === club?.template)
  if (!club || !template) return
  const id = (kind: string, key: string) => demoId(slug, kind, key)
  await db.tier.createMany({
    skipDuplicates: true,
    data: template.tiers.map(({ key, fields }, i) => {
      const words = club.words[key]
      if (!words) throw new Error(`${slug} has no words for the tier "${key}"`)
      return {
        ...fields,
        tenantId,
        id: id('tier', key),
        slug: slugify(words.name.en),
        name: words.name as Prisma.InputJsonValue,
        description: words.description as Prisma.InputJsonValue,
        rank: i + 1,
        currency,
        createdAt: daysFrom(today, -400),
      }
    }),
  })
  await db.membership.createMany({
    skipDuplicates: true,
    data: club.members.map(({ email, tier, endsInDays }) => {
      const joined = people.find((person) => person.email === email)?.joinedDaysAgo
      if (joined === undefined) throw new Error(`${slug} has no "${email}"`)
      const startsAt = daysFrom(today, -Math.max(1, Math.floor(joined / 2)))
      return {
        tenantId,
        id: id('membership', `${email}/${tier}`),
        accountId: id('person', email),
        tierId: id('tier', tier),
        source: 'granted' as const,
        startsAt,
        createdAt: startsAt,
        endsAt: endsInDays === null ? null : daysFrom(today, endsInDays),
        grantedBy: ownerId,
      }
    }),
  })
}
