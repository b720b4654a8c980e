import { withOwner } from '@residency/db/owner'
import { hashPassword } from '@residency/domain/identity'
import { encryptField } from '@residency/domain/secrets'
import { tenantStorage } from '@residency/integrations/storage'
import { demoOperator, demoTotpBytes } from './accounts.ts'
import { drawAll } from './art/draw-all.ts'
import { storeCommunity } from './community/store-community.ts'
import { demoTenants } from './content/index.ts'
import type { DemoTenant } from './content/types.ts'
import { demoId } from './demo-ids.ts'
import { isLocalDatabase, refuseProduction } from './guard.ts'
import { storePlays } from './plays/store-plays.ts'
import { type PictureMakers, storePictures } from './store-pictures.ts'
import { storeTenant } from './store-tenant.ts'

export interface SeedOptions {
  /** Hears one line at a time about what is going on. */
  log?: (line: string) => void
  /** The demo is meant for this database, wherever it is. */
  demo?: boolean
  /** The day that past and coming events hang on; a run that completes an earlier one keeps that one's day. */
  today?: Date
  makers?: PictureMakers
}

export interface SeedReport {
  /** Slugs of the tenants that this run made or completed. */
  made: string[]
  pictures: number
}

/** The action of the audit entry that says a tenant is complete. What a DJ deletes from a complete one does not come back. */
const completed = 'demo.seeded'

interface Planned {
  tenantId: string
  today: Date
  tenant: DemoTenant
}

/**
 * Makes the three demo tenants, their pictures, people and the demo operator. Complete ones are left alone; one that an earlier run
 * left unfinished is completed. Throws on a production database of another machine (unless `demo`), and when a slug is somebody else's.
 */
export async function seedDemo({
  log = () => undefined,
  demo = false,
  today = new Date(),
  makers = { draw: drawAll, storageOf: (tenantId) => tenantStorage(tenantId) },
}: SeedOptions = {}): Promise<SeedReport> {
  refuseProduction(process.env, demo)
  if (isLocalDatabase(process.env.DATABASE_URL)) await storeOperator()
  const planned: Planned[] = []
  for (const [slug, make] of Object.entries(demoTenants)) {
    const plan = await planTenant(slug, make, today)
    if (plan) planned.push(plan)
  }
  if (planned.length === 0) {
    log('the demo tenants stand already')
    return { made: [], pictures: 0 }
  }
  const wanted = planned.flatMap(({ tenantId, tenant }) => tenant.pictures.map((picture) => ({ tenantId, slug: tenant.slug, picture })))
  const pictures = await storePictures(
    wanted,
    (done, of) => {
      log(`pictures ${done} of ${of}`)
    },
    makers,
  )
  for (const { tenantId, tenant, today: day } of planned) {
    log(
      `${tenant.name}: ${tenant.mixes.length} mixes, ${tenant.events.length} events, ${tenant.pages.length} pages, ${tenant.people.length} people`,
    )
    await withOwner(async (db) => {
      await storeTenant(db, tenantId, tenant, day)
      await storePlays(db, tenantId, tenant, day)
      await storeCommunity(db, tenantId, tenant, day)
      // Raises the revision, by trigger: a server that runs already shows the tenant at once.
      await db.tenant.update({ where: { id: tenantId }, data: { status: 'active' } })
      await db.operatorAudit.create({ data: { tenantId, action: completed, reason: 'demonstration', data: { slug: tenant.slug } } })
    })
  }
  return { made: planned.map(({ tenant }) => tenant.slug), pictures }
}

/** What is left to do for a tenant, or null when it is complete. The tenant itself is made here, on trial until it has everything. */
async function planTenant(slug: string, make: (today: Date) => DemoTenant, today: Date): Promise<Planned | null> {
  const tenantId = demoId(slug, 'tenant')
  return withOwner(async (db) => {
    if (await db.operatorAudit.findFirst({ where: { tenantId, action: completed }, select: { id: true } })) return null
    const standing = await db.tenant.findUnique({ where: { slug } })
    if (standing && standing.id !== tenantId)
      throw new Error(`There is a tenant "${slug}" that the demo did not make: rename it, or seed another database`)
    const day = standing?.createdAt ?? today
    const tenant = make(day)
    if (!standing) {
      const { name, currency, timeZone } = tenant
      await db.tenant.create({ data: { id: tenantId, slug, name, currency, timeZone, locale: 'en', status: 'trial', createdAt: day } })
    }
    return { tenantId, tenant, today: day }
  })
}

/** On a local database alone: everybody can read this operator's secret. */
async function storeOperator(): Promise<void> {
  const id = demoId('operator')
  await withOwner(async (db) => {
    if (await db.operator.findFirst({ where: { OR: [{ id }, { email: demoOperator.email }] }, select: { id: true } })) return
    const { name, email, password } = demoOperator
    const totpSecret = encryptField(Buffer.from(demoTotpBytes).toString('base64url'), 'operator.totp')
    await db.operator.create({
      data: { id, name, email, passwordHash: await hashPassword(password), totpSecret, totpConfirmedAt: new Date() },
    })
  })
}
