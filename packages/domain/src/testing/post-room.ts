import { type TenantRef, withTenant } from '@residency/db'
import type { TestDatabase } from '@residency/db/testing'
import { answerByMail } from '../identity/index.ts'
import { decryptField } from '../secrets/index.ts'
import { visitor } from './signed-in.ts'

export interface TestLetter {
  template: string
  locale: string
  props: Record<string, unknown>
  /** Of the link in it. */
  token: string
}

/** Does what the worker would: runs the waiting `identity.answer` jobs of a tenant. With `keep`, the jobs stay, as after a worker's death. */
export async function runAnswers(database: TestDatabase, ref: TenantRef, options: { keep?: boolean } = {}): Promise<number> {
  const rows = await database.asOwner<{ id: string; payload: { sealed: string } }>(
    "select id, payload from outbox_event where tenant_id = $1 and job = 'identity.answer' order by id",
    [ref.tenantId],
  )
  for (const row of rows) {
    await answerByMail(visitor(ref), row.payload)
    if (!options.keep) await database.asOwner('delete from outbox_event where id = $1', [row.id])
  }
  return rows.length
}

/** The mails to an address, oldest first. */
export async function lettersTo(ref: TenantRef, email: string): Promise<TestLetter[]> {
  const rows = await withTenant(ref, (db) => db.mailSend.findMany({ where: { recipient: email }, orderBy: { id: 'asc' } }))
  return rows.map(({ template, locale, payload }) => {
    const props = JSON.parse(decryptField(payload, 'mail')) as Record<string, unknown>
    const token = typeof props.url === 'string' ? (new URL(props.url, 'http://site.invalid').searchParams.get('token') ?? '') : ''
    return { template, locale, props, token }
  })
}

/** The newest mail to an address. */
export async function lastLetterTo(ref: TenantRef, email: string): Promise<TestLetter> {
  const letter = (await lettersTo(ref, email)).at(-1)
  if (!letter) throw new Error(`no mail to ${email}`)
  return letter
}
