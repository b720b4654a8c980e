import { createHmac, timingSafeEqual } from 'node:crypto'
import { type TenantRef, tenantRef } from '@residency/db'
import { keyedHash } from '../secrets/index.ts'

const idBytes = 16
const signatureBytes = 16

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** A key of its own, derived from the secret: what signs a mail's reference signs nothing else. */
const signatureOf = (ids: Buffer): Buffer =>
  createHmac('sha256', keyedHash('mail.reference', '')).update(ids).digest().subarray(0, signatureBytes)

/**
 * Goes out with each mail and comes back in the provider's webhook. It is signed by us, so whose mail bounced is not the vendor's word
 * but ours (design.md, lock 2). 64 letters, figures, `-` and `_`, as a tag may hold.
 */
export function mailReference(ref: TenantRef, mailSendId: string): string {
  const ids = Buffer.concat([bytesOf(ref.tenantId), bytesOf(mailSendId)])
  return Buffer.concat([ids, signatureOf(ids)]).toString('base64url')
}

/** The tenant and the mail of a reference, or null when it is not one of ours. */
export function readMailReference(unverifiedReference: string): { ref: TenantRef; mailSendId: string } | null {
  const bytes = Buffer.from(unverifiedReference, 'base64url')
  if (bytes.length !== 2 * idBytes + signatureBytes) return null
  const ids = bytes.subarray(0, 2 * idBytes)
  if (!timingSafeEqual(bytes.subarray(2 * idBytes), signatureOf(ids))) return null
  return { ref: tenantRef('token', uuidOf(ids.subarray(0, idBytes))), mailSendId: uuidOf(ids.subarray(idBytes)) }
}
