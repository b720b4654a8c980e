import { type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'

export const suppressAddressSchema = z.object({
  recipient: z.email().transform((address) => address.toLowerCase()),
  reason: z.enum(['bounced', 'complained', 'unsubscribed']),
})

/** Stops all mail of this tenant to an address. Done twice, it stands once, with its first reason. */
export async function suppressAddress(ctx: TenantContext, input: z.input<typeof suppressAddressSchema>): Promise<void> {
  const suppression = suppressAddressSchema.parse(input)
  await withTenant(ctx.ref, (db) => addSuppression(db, ctx, suppression))
}

export async function addSuppression(db: TenantDb, ctx: TenantContext, suppression: z.output<typeof suppressAddressSchema>): Promise<void> {
  await db.mailSuppression.createMany({ data: [{ ...suppression, createdAt: ctx.now() }], skipDuplicates: true })
}

/** Lets mail go to an address again: its owner has proved, by other means, to read it. */
export async function releaseAddress(ctx: TenantContext, input: { recipient: string }): Promise<void> {
  await withTenant(ctx.ref, (db) => db.mailSuppression.deleteMany({ where: { recipient: input.recipient.toLowerCase() } }))
}
