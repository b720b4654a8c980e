import { tenantRef } from '@residency/db'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Gather, TooMuchWaits } from './gather.ts'

const ref = tenantRef('cli', '01900000-0000-7000-8000-000000000001')
const other = tenantRef('cli', '01900000-0000-7000-8000-000000000002')

function gathering(write: (items: readonly number[], tenantId: string) => Promise<void>, mostWaiting = 10_000) {
  return new Gather<number>({
    write: (to, items) => write(items, to.tenantId),
    weigh: () => 1,
    waitMs: 1,
    most: 50,
    mostWaiting,
    isAboutData: (error) => (error as Error).message === 'data',
  })
}

describe('gathering', () => {
  it('writes everything once, in few batches of one tenant each, and answers when it is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.array(fc.integer(), { maxLength: 20 })), { minLength: 1, maxLength: 60 }),
        async (adds) => {
          const written = new Map<string, number[]>()
          const open = new Set<string>()
          const gather = gathering(async (items, tenantId) => {
            expect(open.has(tenantId)).toBe(false)
            open.add(tenantId)
            await new Promise((resolve) => setImmediate(resolve))
            open.delete(tenantId)
            written.set(tenantId, [...(written.get(tenantId) ?? []), ...items])
          })
          await Promise.all(
            adds.map(async ([first, items]) => {
              const to = first ? ref : other
              await gather.add(to, items)
              for (const item of items) expect(written.get(to.tenantId)).toContain(item)
            }),
          )
          for (const [to, isFirst] of [
            [ref, true],
            [other, false],
          ] as const) {
            const wanted = adds.filter(([first]) => first === isFirst).flatMap(([, items]) => items)
            expect(written.get(to.tenantId) ?? []).toEqual(wanted)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('lets what can’t be written fail alone', async () => {
    const written: number[] = []
    const gather = gathering(async (items) => {
      if (items.includes(13)) throw new Error('data')
      written.push(...items)
    })
    const results = await Promise.allSettled(Array.from({ length: 30 }, (_, item) => gather.add(ref, [item])))
    expect(results.flatMap(({ status }, item) => (status === 'rejected' ? [item] : []))).toEqual([13])
    expect(written).toHaveLength(29)
  })

  it('fails all of a batch when the database is away, and goes on afterwards', async () => {
    let away = true
    const gather = gathering(async () => {
      if (away) throw new Error('away')
    })
    const results = await Promise.allSettled([gather.add(ref, [1]), gather.add(ref, [2])])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    away = false
    await expect(gather.add(ref, [1])).resolves.toBeUndefined()
  })

  it('takes no more than it can hold, and takes again once that is written', async () => {
    let finish: () => void = () => undefined
    const gather = gathering(() => new Promise((resolve) => (finish = resolve)), 5)
    const first = gather.add(ref, [1, 2, 3, 4])
    await expect(gather.add(ref, [5, 6])).rejects.toBeInstanceOf(TooMuchWaits)
    await new Promise((resolve) => setTimeout(resolve, 20))
    finish()
    await first
    const again = gather.add(ref, [5, 6])
    await new Promise((resolve) => setTimeout(resolve, 20))
    finish()
    await expect(again).resolves.toBeUndefined()
  })
})
