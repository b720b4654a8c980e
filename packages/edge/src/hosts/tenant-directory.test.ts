import { logger } from '@residency/config'
import type { ResolvedHost, resolveHost } from '@residency/db'
import { beforeEach, describe, expect, it } from 'vitest'
import { type SharedDirectory, TenantDirectory } from './tenant-directory.ts'

const id = { danny: '01900000-0000-7000-8000-000000000001', hathor: '01900000-0000-7000-8000-000000000002' }
const tenant = (slug: 'danny' | 'hathor', more: Partial<ResolvedHost> = {}): ResolvedHost => ({
  tenantId: id[slug],
  slug,
  name: slug,
  status: 'active',
  locale: 'en',
  currency: 'GBP',
  timeZone: 'Europe/London',
  revision: 1,
  primaryHost: null,
  ...more,
})

let rows: Record<string, ResolvedHost>
let asked: number
let down: boolean
let clock: number
let kept: Map<string, { host: ResolvedHost; storedAt: number }>
let revisions: Map<string, number>
let redisDown: boolean

const lookUp: typeof resolveHost = async (input) => {
  asked += 1
  if (down) throw new Error('connection refused')
  return rows['slug' in input ? input.slug : input.hostname] ?? null
}
const shared: SharedDirectory = {
  get: async (host) => {
    if (redisDown) throw new Error('no redis')
    return kept.get(host) ?? null
  },
  put: async (host, found) => void kept.set(host, { host: found, storedAt: clock }),
  revisionOf: async (tenantId) => revisions.get(tenantId) ?? null,
  announce: async (tenantId, revision) => void revisions.set(tenantId, revision),
}
const directory = () => new TenantDirectory({ parents: ['localhost', 'sites.example'], shared, log: logger, lookUp, now: () => clock })

beforeEach(() => {
  rows = { danny: tenant('danny'), 'hathor.example': tenant('hathor', { primaryHost: 'hathor.example' }) }
  asked = 0
  down = false
  redisDown = false
  clock = 1_000_000
  kept = new Map()
  revisions = new Map()
})

describe('host → tenant', () => {
  it('finds free subdomains by slug and own domains by name, once', async () => {
    const known = directory()
    expect((await known.resolve('DANNY.localhost:3000'))?.record).toMatchObject({ slug: 'danny', primaryHost: 'danny.localhost' })
    expect((await known.resolve('hathor.example.'))?.record).toMatchObject({ slug: 'hathor', primaryHost: 'hathor.example' })
    expect(known.peek('danny.localhost:3000')?.ref.tenantId).toBe(id.danny)
    expect(known.peek('danny.localhost')?.ref.tenantId).toBe(id.danny)
    expect(asked).toBe(2)
  })

  it('asks once for many who ask at the same time', async () => {
    const known = directory()
    await Promise.all(Array.from({ length: 50 }, () => known.resolve('danny.localhost')))
    expect(asked).toBe(1)
  })

  it.each([undefined, '', '127.0.0.1', 'danny.localhost, hathor.example'])('gives %j to nobody without asking', async (host) => {
    expect(await directory().resolve(host)).toBeNull()
    expect(asked).toBe(0)
  })

  it('learns of a new domain within a second', async () => {
    const known = directory()
    expect(await known.resolve('new.example')).toBeNull()
    rows['new.example'] = tenant('danny', { primaryHost: 'new.example' })
    clock += 1_001
    expect(await known.resolve('new.example')).not.toBeNull()
  })

  it('takes another process’s answer, unless a newer revision was announced', async () => {
    kept.set('danny.localhost', { host: tenant('danny', { name: 'from the shared cache' }), storedAt: clock })
    expect((await directory().resolve('danny.localhost'))?.record.name).toBe('from the shared cache')
    revisions.set(id.danny, 2)
    rows.danny = tenant('danny', { revision: 2, name: 'from the database' })
    expect((await directory().resolve('danny.localhost'))?.record.name).toBe('from the database')
  })
})

describe('a change', () => {
  it('is seen at the next request after its announcement', async () => {
    const known = directory()
    await known.resolve('danny.localhost')
    rows.danny = tenant('danny', { revision: 2, name: 'renamed' })
    known.changed(id.danny, 2)
    expect(known.peek('danny.localhost')).toBeUndefined()
    expect((await known.resolve('danny.localhost'))?.record.name).toBe('renamed')
  })

  it('that was missed is seen after the listener is back', async () => {
    const known = directory()
    await known.resolve('danny.localhost')
    rows.danny = tenant('danny', { revision: 2, name: 'renamed' })
    clock += 10
    known.missedAnnouncements()
    expect((await known.resolve('danny.localhost'))?.record.name).toBe('renamed')
  })

  it('takes a host away from a tenant that lost it', async () => {
    const known = directory()
    await known.resolve('hathor.example')
    delete rows['hathor.example']
    known.changed(id.hathor, 2)
    expect(await known.resolve('hathor.example')).toBeNull()
  })
})

describe('when a service is away', () => {
  it('serves what it knows without the database, and nothing it does not', async () => {
    const known = directory()
    await known.resolve('danny.localhost')
    down = true
    clock += 3_600_000
    revisions.set(id.danny, 2)
    expect((await known.resolve('danny.localhost'))?.record.slug).toBe('danny')
    await expect(known.resolve('hathor.example')).rejects.toThrow('connection refused')
  })

  it('does not need the shared cache', async () => {
    redisDown = true
    expect((await directory().resolve('danny.localhost'))?.record.slug).toBe('danny')
  })
})
