import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'
import { describePlace, type Place } from '../sessions/index.ts'

export interface Activity {
  id: string
  /** `signedIn`, `passwordChanged`, … */
  what: string
  at: Date
  browser: string | null
  system: string | null
  place: Place
}

const dataSchema = z
  .object({ device: z.object({ browser: z.string().nullable(), system: z.string().nullable() }), region: z.string().nullable() })
  .partial()

/** The last things that happened to the signed-in person's account, newest first. Throws `unauthenticated`. */
export async function listMyActivity(given: TenantContext, input: { take: number } = { take: 20 }): Promise<Activity[]> {
  const ctx = requireAccount(given)
  const entries = await withTenant(ctx.ref, (db) =>
    db.auditEntry.findMany({
      where: { subjectKind: 'account', subjectId: ctx.actor.accountId, action: { startsWith: 'account.' } },
      orderBy: { at: 'desc' },
      take: input.take,
    }),
  )
  return entries.map((entry) => {
    const data = dataSchema.safeParse(entry.data).data
    const place = describePlace(entry.ipPrefix, data?.region ?? null)
    return {
      id: entry.id,
      what: entry.action.slice('account.'.length),
      at: entry.at,
      browser: data?.device?.browser ?? null,
      system: data?.device?.system ?? null,
      place,
    }
  })
}
