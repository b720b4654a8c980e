import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { jobId, tenantOfJob } from '../queues/job-id.ts'
import { jobsOf, nextStep } from '../schedule/sweeps.ts'
import { fullTenants } from './full-tenants.ts'

const [noisy, quiet] = [randomUUID(), randomUUID()]
const ids = (tenantId: string, count: number) => Array.from({ length: count }, () => jobId(tenantId, randomUUID()))

it('reads the tenant from a job’s id', () => expect(tenantOfJob(jobId(noisy, 'session.sweep.1'))).toBe(noisy))

it('skips a tenant whose next handful would be too many', () => {
  expect(fullTenants({ busy: [...ids(noisy, 5), ...ids(quiet, 4)], resting: [] })).toEqual([noisy])
  expect(fullTenants({ busy: [], resting: [...ids(noisy, 201), ...ids(quiet, 200)] })).toEqual([noisy])
  expect(fullTenants({ busy: ids(noisy, 9), resting: ids(noisy, 300) })).toEqual([noisy])
})

it('walks through all tenants, and begins anew no sooner than an hour after it began', async () => {
  const all = Array.from({ length: 450 }, (_, index) => `t${String(index).padStart(4, '0')}`)
  const list = async (after: string | null, most: number) => all.filter((id) => !after || id > after).slice(0, most)
  const [now, seen] = [1_000_000_000, [] as string[]]
  let round = { after: null as string | null, startedAt: 0 }
  for (let step = 0; step < 3; step += 1) {
    const next = await nextStep(round, now + step, list)
    seen.push(...(next?.tenantIds ?? []))
    round = next?.round ?? round
  }
  expect(seen).toEqual(all)
  expect(await nextStep(round, now + 60_000, list)).toBeNull()
  expect((await nextStep(round, now + 3_600_001, list))?.tenantIds).toHaveLength(200)
})

it('gives a step’s jobs the same ids however often it is made', () => {
  expect(jobsOf([quiet], 5)).toEqual(jobsOf([quiet], 5))
  const both = jobsOf([quiet, noisy], 5)
  expect(both.length).toBe(2 * jobsOf([quiet], 5).length)
  expect(new Set(both.map(({ tenantId, rowId }) => jobId(tenantId, rowId))).size).toBe(both.length)
})
