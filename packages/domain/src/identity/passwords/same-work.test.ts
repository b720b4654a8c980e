import { expect, it, vi } from 'vitest'
import { hashPassword, passwordMatches } from './hash-password.ts'

// Hundreds of cases each: a machine with other work to do may take its time.
vi.setConfig({ testTimeout: 30_000 })

const verify = vi.hoisted(() => vi.fn())
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  verify.mockImplementation((stored: string, password: string) => argon2.verify(stored, password))
  return { ...argon2, verify }
})
it('a password is compared once, against a hash of the same cost, whether there is an account or not', async () => {
  const stored = await hashPassword('kettle-drum-orchid-7')
  await passwordMatches(stored, 'wrong')
  await passwordMatches(null, 'wrong')
  expect(verify).toHaveBeenCalledTimes(2)
  const costs = verify.mock.calls.map(([hash]) => String(hash).split('$').slice(1, 4))
  expect(costs[1]).toEqual(costs[0])
})
