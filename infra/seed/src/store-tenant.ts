import { brandSchema } from '@residency/brand'
import { locales } from '@residency/config'
import type { Prisma } from '@residency/db'
import type { OwnerDb } from '@residency/db/owner'
import { hashPassword } from '@residency/domain/identity'
import { parseBlocks } from '@residency/domain/pages'
import { daysFrom } from './content/calendar.ts'
import type { DemoBlock, DemoTenant } from './content/types.ts'
import { demoId } from './demo-ids.ts'
import { storeFanClub } from './store-fan-club.ts'
import { pictureId } from './store-pictures.ts'

/** Text as a JSON column takes it. */
const json = (value: unknown) => value as Prisma.InputJsonValue

/** Everything of a demo tenant beside its pictures, which are there already. What exists is left as it is. */
export async function storeTenant(db: OwnerDb, tenantId: string, tenant: DemoTenant, today: Date): Promise<void> {
  const id = (kind: string, key: string) => demoId(tenant.slug, kind, key)
  const picture = picturesOf(tenant)
  const owner = id('person', tenant.people.find((person) => person.role === 'owner')?.email ?? '')
  await storeBrand(db, tenantId, tenant, id, picture)
  await storeMixes(db, tenantId, tenant, id, picture)
  await db.event.createMany({
    skipDuplicates: true,
    data: tenant.events.map(({ picture: key, description, ...event }) => ({
      ...event,
      tenantId,
      id: id('event', event.slug),
      description: json(description),
      imageId: picture(key),
      createdAt: new Date(Math.min(daysFrom(event.startsAt, -60).getTime(), daysFrom(today, -4).getTime())),
      publication: 'published' as const,
    })),
  })
  await db.link.createMany({
    skipDuplicates: true,
    data: tenant.links.map((link, position) => ({ ...link, label: json(link.label), tenantId, id: id('link', link.url), position })),
  })
  await storePages(db, tenantId, tenant, id, picture, owner, today)
  await storePeople(db, tenantId, tenant, id, today)
  await storeFanClub(db, tenantId, tenant, owner, today)
}

type MakeId = (kind: string, key: string) => string
type IdOfPicture = (key: string) => string

function picturesOf({ slug, pictures }: DemoTenant): IdOfPicture {
  const ids = new Map(pictures.map((picture) => [picture.key, pictureId(slug, picture)]))
  return (key) => {
    const id = ids.get(key)
    if (!id) throw new Error(`${slug} has no picture "${key}"`)
    return id
  }
}

async function storeBrand(db: OwnerDb, tenantId: string, { brand }: DemoTenant, id: MakeId, picture: IdOfPicture): Promise<void> {
  const { logo, cover, ...look } = brand
  const record = brandSchema.parse({
    ...look,
    logoId: picture(logo),
    coverId: picture(cover),
    iconId: picture(logo),
  })
  await db.brand.createMany({ skipDuplicates: true, data: { tenantId, id: id('brand', 'published'), published: json(record) } })
  await db.siteSetting.createMany({
    skipDuplicates: true,
    data: { tenantId, id: id('settings', 'site'), locales: [...locales], consent: { analytics: true, media: true, version: 1, text: {} } },
  })
}

async function storeMixes(db: OwnerDb, tenantId: string, { mixes }: DemoTenant, id: MakeId, pictureOf: IdOfPicture): Promise<void> {
  await db.mix.createMany({
    skipDuplicates: true,
    data: mixes.map(({ picture, tracks: _tracks, audio: _audio, number: _number, description, ...mix }) => ({
      ...mix,
      tenantId,
      id: id('mix', mix.slug),
      description: json(description),
      artworkId: pictureOf(picture),
      createdAt: mix.recordedOn,
      updatedAt: mix.publishedAt ?? mix.recordedOn,
    })),
  })
  await db.track.createMany({
    skipDuplicates: true,
    data: mixes.flatMap((mix) =>
      mix.tracks.map((track, i) => ({
        ...track,
        tenantId,
        id: id('track', `${mix.slug}/${i}`),
        mixId: id('mix', mix.slug),
        position: i + 1,
      })),
    ),
  })
}

async function storePages(
  db: OwnerDb,
  tenantId: string,
  tenant: DemoTenant,
  id: MakeId,
  picture: IdOfPicture,
  authorId: string,
  today: Date,
): Promise<void> {
  const resolve = (block: DemoBlock, i: number): unknown => {
    const own = { id: `b${i + 1}` }
    if (block.type === 'image') return { ...own, type: 'image', mediaId: picture(block.picture), caption: block.caption }
    if (block.type === 'mixes') return { ...own, type: 'mixes', heading: block.heading, mixIds: block.mixes.map((slug) => id('mix', slug)) }
    return { ...own, ...block }
  }
  const writtenAt = daysFrom(today, -30)
  const pages = tenant.pages.map((page, position) => ({
    ...page,
    position,
    id: id('page', page.slug),
    blocks: json(parseBlocks(page.blocks.map(resolve))),
    title: json(page.title),
  }))
  await db.page.createMany({
    skipDuplicates: true,
    data: pages.map((page) => ({
      ...page,
      tenantId,
      publishedTitle: page.title,
      publishedBlocks: page.blocks,
      publishedAt: writtenAt,
      updatedAt: writtenAt,
      createdAt: writtenAt,
      updatedBy: authorId,
    })),
  })
  await db.pageRevision.createMany({
    skipDuplicates: true,
    data: pages.map((page) => ({
      tenantId,
      id: id('revision', page.slug),
      pageId: page.id,
      version: 1,
      title: page.title,
      blocks: page.blocks,
      authorId,
      createdAt: writtenAt,
    })),
  })
}

async function storePeople(db: OwnerDb, tenantId: string, { people, password }: DemoTenant, id: MakeId, today: Date): Promise<void> {
  const accounts = []
  const consents = []
  for (const { joinedDaysAgo, marketing, ...person } of people) {
    const accountId = id('person', person.email)
    const at = new Date(daysFrom(today, -joinedDaysAgo).getTime() + 19 * 3_600_000)
    accounts.push({
      ...person,
      tenantId,
      id: accountId,
      passwordHash: await hashPassword(password),
      emailVerifiedAt: at,
      createdAt: at,
      updatedAt: at,
    })
    for (const [kind, granted] of [
      ['terms', true],
      ['marketing', marketing],
    ] as const)
      consents.push({ tenantId, id: id('consent', `${person.email}/${kind}`), accountId, kind, granted, version: '1', at })
  }
  await db.account.createMany({ skipDuplicates: true, data: accounts })
  await db.consentRecord.createMany({ skipDuplicates: true, data: consents })
}
