import type { TenantDb } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { AccountRole, TenantContext } from '../context/index.ts'
import { type Device, describeDevice, type OpenedSession, openSession } from '../sessions/index.ts'
import { sendNotice } from './letters.ts'
import { issueToken } from './one-time-tokens.ts'

export interface Entering {
  id: string
  email: string
  name: string
  role: AccountRole
  locale: string | null
  totpConfirmedAt: Date | null
}

/** How somebody showed who they are. */
export type Means = 'password' | 'magicLink' | 'reset' | 'verification' | 'invitation'

/** Signed in, or on the way: `step` goes into a short-lived cookie and is exchanged for a session by a code. */
export type Entry = { state: 'signedIn'; session: OpenedSession } | { state: 'secondFactor'; step: string }

/** The last part of every sign-in, inside the caller's transaction: asks for the second factor where there is one, else opens a session. */
export async function enter(db: TenantDb, ctx: TenantContext, account: Entering, means: Means): Promise<Entry> {
  if (account.totpConfirmedAt) {
    const step = await issueToken(db, ctx, { kind: 'second_factor', accountId: account.id, email: account.email })
    if (!step) throw new Error('a random token was made twice')
    return { state: 'secondFactor', step }
  }
  return { state: 'signedIn', session: await admit(db, ctx, account, { means }) }
}

/** Opens the session, says so in the audit, and by mail when the browser is a new one. */
export async function admit(
  db: TenantDb,
  ctx: TenantContext,
  account: Entering,
  how: { means?: Means; secondFactor?: 'app' | 'recovery' },
): Promise<OpenedSession> {
  const session = await openSession(db, ctx, account)
  const device = describeDevice(ctx.userAgent)
  const unfamiliar = await isUnfamiliar(db, account.id, device, ctx)
  await recordAudit(db, ctx, {
    action: 'account.signedIn',
    subjectKind: 'account',
    subjectId: account.id,
    actor: account,
    data: { ...how, device: { ...device }, region: ctx.region ?? null },
  })
  if (unfamiliar) {
    await sendNotice(db, ctx, account, 'newSignIn', {
      browser: device.browser,
      system: device.system,
      network: ctx.ipPrefix,
      region: ctx.region ?? null,
    })
  }
  return session
}

/**
 * Whether this browser was not seen in the last sign-ins, neither from this network nor with this country's settings.
 * The network alone would cry wolf at every phone on the move. The first sign-in of all is nobody else's.
 */
async function isUnfamiliar(db: TenantDb, accountId: string, device: Device, ctx: TenantContext): Promise<boolean> {
  const before = await db.auditEntry.findMany({
    where: { subjectKind: 'account', subjectId: accountId, action: 'account.signedIn' },
    orderBy: { at: 'desc' },
    take: 50,
    select: { data: true, ipPrefix: true },
  })
  const familiar = before.some(({ data, ipPrefix }) => {
    const seen = seenSchema.safeParse(data)
    if (!seen.success || seen.data.device.browser !== device.browser || seen.data.device.system !== device.system) return false
    return ipPrefix === ctx.ipPrefix || seen.data.region === (ctx.region ?? null)
  })
  return before.length > 0 && !familiar
}

const seenSchema = z.object({
  device: z.object({ browser: z.string().nullable(), system: z.string().nullable() }),
  region: z.string().nullable(),
})
