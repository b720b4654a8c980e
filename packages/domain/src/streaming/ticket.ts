import { z } from 'zod'
import { readSignedToken, signToken } from '../secrets/index.ts'

/** What a path's prefix lets its holder ask for. Standing is looked up again while it is used: a ticket alone opens nothing. */
export interface Ticket {
  mixId: string
  recordingId: string
  accountId: string | null
  /** SHA-256 of a listen link's token, in hexadecimal. */
  linkHash: string | null
  /** When it was made, in milliseconds: playlists hand out a fresh one in time. */
  issuedAt: number
}

const hour = 3_600_000
/** Longer than the longest mix: a phone with its screen locked asks for a playlist once, and for segments until the end. */
export const ticketMs = 13 * hour
/** A playlist asked for with an older ticket leads to one with a fresh one. */
export const ticketRenewMs = hour

const shape = z.tuple([z.uuid(), z.uuid(), z.uuid().nullable(), z.hex().length(64).nullable(), z.number().int()])
const purpose = (tenantId: string): string => `stream:${tenantId}`

/** The signed prefix of a stream's paths: good at this tenant, for this recording, for the one who asked. */
export function issueTicket(tenantId: string, ticket: Omit<Ticket, 'issuedAt'>, now: Date): { ticket: string; expiresAt: Date } {
  const { mixId, recordingId, accountId, linkHash } = ticket
  const expiresAt = new Date(now.getTime() + ticketMs)
  const value: z.input<typeof shape> = [mixId, recordingId, accountId, linkHash, now.getTime()]
  return { ticket: signToken(purpose(tenantId), value, expiresAt), expiresAt }
}

/** Null: forged, expired, or another tenant's. */
export function readTicket(tenantId: string, unverified: string, now: Date): Ticket | null {
  const value = readSignedToken(purpose(tenantId), unverified, shape, now)
  if (!value) return null
  const [mixId, recordingId, accountId, linkHash, issuedAt] = value
  return { mixId, recordingId, accountId, linkHash, issuedAt }
}
