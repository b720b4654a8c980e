import { createLogger } from '@residency/config'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperatorContext } from '../context/index.ts'
import { decideTakedown, reportMix } from '../rights/index.ts'
import { plantRecording, signedIn, visitor } from '../testing/index.ts'
import { listTenants, listTenantsSchema } from './index.ts'

let database: TestDatabase
let operator: OperatorContext

beforeAll(async () => {
  database = await createTestDatabase()
  const [row] = await database.asOwner<{ id: string }>(
    `insert into operator (email, name, password_hash) values ('o@operator.example', 'O', 'x') returning id`,
  )
  operator = {
    ...{ operatorId: row?.id ?? '', name: 'O', sessionId: 'x', requestId: 'test', reason: 'a test' },
    ...{ now: () => new Date(), log: createLogger('test', 'silent') },
  }
})
afterAll(() => database.drop())

/** A tenant of whose mixes so many were taken down, and so many of those came back. */
async function struck(slug: string, upheld: number, restored: number): Promise<void> {
  const ref = await database.createTenant(slug)
  const owner = await signedIn(ref, { role: 'owner' })
  const claims: string[] = []
  for (let at = 0; at < upheld; at += 1) {
    const { mixId } = await plantRecording(ref, { renditions: ['aac128'], segments: 1, segmentBytes: 10 })
    const [mix] = await database.asOwner<{ slug: string }>('select slug from mix where id = $1', [mixId])
    const { id } = await reportMix(visitor(ref), {
      ...{ slug: mix?.slug ?? '', link: null, kind: 'copyright', name: 'A Label', email: `label-${at}@label.example` },
      ...{ work: 'All of it', statement: 'It is ours and nobody asked.', at: 0, sworn: true },
    })
    await decideTakedown(owner, { takedownId: id, decision: 'uphold', reason: 'As it says.' })
    claims.push(id)
  }
  for (const takedownId of claims.slice(0, restored))
    await decideTakedown(owner, { takedownId, decision: 'reconsider', reason: 'It was not.' })
}

const list = (asked: Record<string, string> = {}) => listTenants(operator, listTenantsSchema.parse(asked))
const row = async (slug: string) => (await list({ q: slug })).tenants.find((tenant) => tenant.slug === slug)

describe('the console’s list', () => {
  it('marks who had three mixes taken down within a year, counts what came back for nothing, and shows them alone', async () => {
    await struck('repeated', 3, 0)
    await struck('forgiven', 3, 1)
    await struck('blameless', 0, 0)
    expect(await row('repeated')).toMatchObject({ strikes: 3, isMarked: true })
    expect(await row('forgiven')).toMatchObject({ strikes: 2, isMarked: false })
    expect(await row('blameless')).toMatchObject({ strikes: 0, isMarked: false })
    const marked = await list({ show: 'marked' })
    expect(marked.tenants.map(({ slug }) => slug)).toEqual(['repeated'])
    expect(marked).toMatchObject({ marked: 1, total: 1 })
    await database.asOwner(`update audit_entry set at = at - interval '13 months' where subject_kind = 'takedown'`)
    expect((await list({ show: 'marked' })).total).toBe(0)
  })

  it('writes down who looked for whom', async () => {
    await list({ q: 'blameless', show: 'marked' })
    const [entry] = await database.asOwner<{ data: unknown }>('select data from operator_audit order by at desc, id desc limit 1')
    expect(entry?.data).toMatchObject({ q: 'blameless', show: 'marked' })
  })
})
