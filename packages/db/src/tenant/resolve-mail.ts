import { poolOf } from '../pools.ts'
import { type TenantRef, tenantRef } from './tenant-ref.ts'

const text = 'select tenant_id as "tenantId", mail_send_id as "mailSendId" from resolve_mail($1)'

/** The tenant of a mail, by its provider's id, from what was registered when it was sent. null for an id that is not ours. */
export async function resolveMail(providerId: string): Promise<{ ref: TenantRef; mailSendId: string } | null> {
  const { rows } = await poolOf('app').query<{ tenantId: string; mailSendId: string }>({ name: 'resolve_mail', text, values: [providerId] })
  const [row] = rows
  return row ? { ref: tenantRef('token', row.tenantId), mailSendId: row.mailSendId } : null
}
