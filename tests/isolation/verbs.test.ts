import { readdir } from 'node:fs/promises'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { AppError } from '@residency/domain/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { slices, slicesWithoutVerbs, verbAttacks } from './verbs/index.ts'
import { type Planted, plant, roles } from './world.ts'

let database: TestDatabase
let a: Planted
let b: Planted

beforeAll(async () => {
  database = await createTestDatabase()
  a = await plant(await database.createTenant())
  b = await plant(await database.createTenant())
})
afterAll(() => database.drop())

it('every slice of the domain is walked here, or holds no verb', async () => {
  const entries = await readdir(new URL('../../packages/domain/src', import.meta.url), { withFileTypes: true })
  const named = (name: string) => name.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => named(name))
  expect(folders.filter((name) => !(name in slices) && !slicesWithoutVerbs.has(name))).toEqual([])
})

it('every verb of the domain is walked here, or is known to take nothing of another tenant’s', () => {
  const unknown = Object.entries(slices).flatMap(([slice, { verbs, attacks, without }]) => {
    const known = new Set([...without, ...attacks.map(({ verb }) => verb.split(' ')[0])])
    const exported = Object.keys(verbs).filter((name) => typeof verbs[name] === 'function')
    return exported.filter((name) => !known.has(name)).map((name) => `${slice}.${name}`)
  })
  expect(unknown).toEqual([])
})

it('nothing is excused that is not there', () => {
  const gone = Object.entries(slices).flatMap(([slice, { verbs, without }]) =>
    without.filter((name) => typeof verbs[name] !== 'function').map((name) => `${slice}.${name}`),
  )
  expect(gone).toEqual([])
})

it('the tenant itself reaches what the other is refused, so that a refusal means something', async () => {
  for (const { verb, run, expect: wanted } of verbAttacks) {
    if (
      wanted !== 'absent' ||
      /delete|remove|revoke|restore|changeSlug|changeRole|save|publish|place|update|complete|abort|trim|choose|retry|decide|counter|continue|archive|grant|endMembership|openEpisode|requireDownload|unlist|schedule|withdrawMix|editMixes|suggestTrack/i.test(
        verb,
      )
    )
      continue
    await expect(run(a.members.owner, a, a), verb).resolves.toBeDefined()
  }
})

describe('as tenant B, holding A’s ids', () => {
  it.each(roles)('as %s: every verb answers as if A were not there, and A is unchanged', async (role) => {
    const before = await fingerprint(database.asOwner, a.ref.tenantId)
    for (const { verb, run, expect: wanted } of verbAttacks) {
      const outcome = await run(b.members[role], a, b).then(
        (value) => ({ value, error: null }),
        (error: unknown) => ({ value: null, error }),
      )
      if (outcome.error !== null) {
        // Zod refusing a shape would hide what the verb does.
        expect(outcome.error, `${verb}: ${String(outcome.error)}`).toBeInstanceOf(AppError)
        const { code } = outcome.error as AppError
        if (wanted === 'absent') expect(['not_found', 'forbidden'], verb).toContain(code)
      } else {
        expect(JSON.stringify(outcome.value ?? null), `${verb} tells A's words`).not.toContain(a.secret)
        expect(wanted, `${verb} let it through`).not.toBe('absent')
        expect(JSON.stringify(outcome.value ?? null), `${verb} speaks of A`).not.toContain(a.canary)
      }
    }
    expect(await fingerprint(database.asOwner, a.ref.tenantId)).toBe(before)
  })

  it('an owner gets 404 from each verb by id, never 403: the id is nobody’s', async () => {
    for (const { verb, run } of verbAttacks.filter((attack) => attack.expect === 'absent')) {
      await expect(run(b.members.owner, a, b), verb).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})
