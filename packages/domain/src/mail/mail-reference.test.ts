import { randomUUID } from 'node:crypto'
import { tenantRef } from '@residency/db'
import { expect, it, vi } from 'vitest'

vi.mock('@residency/config', async (original) => ({ ...(await original<object>()), loadEnv: () => ({ SIGNING_SECRET: 's'.repeat(40) }) }))
const { mailReference, readMailReference } = await import('./mail-reference.ts')

const ref = tenantRef('job', randomUUID())
const mailSendId = randomUUID()

it('leads back to the tenant and the mail', () => {
  const reference = mailReference(ref, mailSendId)
  expect(reference).toMatch(/^[A-Za-z0-9_-]{64}$/)
  expect(readMailReference(reference)).toMatchObject({ ref: { tenantId: ref.tenantId }, mailSendId })
})

it('is nobody else’s to make', () => {
  const bytes = Buffer.from(mailReference(ref, mailSendId), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const forged = Buffer.from(bytes)
    forged[at] = (forged[at] ?? 0) ^ 1
    expect(readMailReference(forged.toString('base64url'))).toBeNull()
  }
  for (const given of ['', 'x', '../..', bytes.subarray(1).toString('base64url')]) expect(readMailReference(given)).toBeNull()
})
