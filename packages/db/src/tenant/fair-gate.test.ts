import { describe, expect, it } from 'vitest'
import { FairGate, GateTimeout } from './fair-gate.ts'

const tick = () => new Promise((resolve) => setImmediate(resolve))

describe('the gate before the database', () => {
  it('lets a quiet tenant in before the rest of a noisy one’s line', async () => {
    const gate = new FairGate({ capacity: 2, perTenant: 2, maxWaitMs: 5_000 })
    const order: string[] = []
    const doors: (() => void)[] = []
    const work = (name: string) => () => {
      order.push(name)
      return new Promise<void>((resolve) => doors.push(resolve))
    }
    const all = Array.from({ length: 10 }, (_, index) => gate.run('noisy', work(`noisy ${index}`)))
    all.push(gate.run('quiet', work('quiet')))
    for (let opened = 0; opened < all.length; opened += 1) {
      await tick()
      doors[opened]?.()
    }
    await Promise.all(all)
    expect(order.indexOf('quiet')).toBeLessThanOrEqual(3)
    expect(order).toHaveLength(11)
  })

  it('never gives one tenant more than its share, however free the rest is', async () => {
    const gate = new FairGate({ capacity: 10, perTenant: 3, maxWaitMs: 5_000 })
    let active = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 40 }, () =>
        gate.run('one', async () => {
          active += 1
          most = Math.max(most, active)
          await tick()
          active -= 1
        }),
      ),
    )
    expect(most).toBe(3)
  })

  it('gives the place back when the work fails, and gives up waiting in the end', async () => {
    const gate = new FairGate({ capacity: 1, perTenant: 1, maxWaitMs: 20 })
    await expect(gate.run('one', () => Promise.reject(new Error('work failed')))).rejects.toThrow('work failed')
    let leave: () => void = () => undefined
    const held = gate.run(
      'one',
      () =>
        new Promise<void>((resolve) => {
          leave = resolve
        }),
    )
    await expect(gate.run('one', async () => undefined)).rejects.toBeInstanceOf(GateTimeout)
    leave()
    await held
    expect(gate.waiting).toBe(0)
  })
})
