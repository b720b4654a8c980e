import { loadEnv } from '@residency/config'
import { readMailReference, recordMailEvent } from '@residency/domain/mail'
import { requireTenantRecord } from '@residency/domain/tenants'
import { readResendWebhook, WebhookSignatureError } from '@residency/integrations/mail'
import { scopeOf } from '../scope/index.ts'

/**
 * What became of mails. Without the provider's signature nothing is read; whose mail it was is told by our own signed reference in it,
 * not by the host it came to and not by the provider's word.
 */
export async function receiveResendWebhook({ request, context }: { request: Request; context: object }): Promise<Response> {
  const { facts, context: visited } = scopeOf(context)
  try {
    const event = readResendWebhook(loadEnv().RESEND_WEBHOOK_SECRET, await request.text(), (name) => request.headers.get(name))
    const found = event?.reference ? readMailReference(event.reference) : null
    if (event && found) {
      const tenant = await requireTenantRecord(found.ref)
      const { kind, permanent, detail } = event
      const ctx = { ...visited, ref: found.ref, tenant, actor: { kind: 'system' } as const }
      await recordMailEvent(ctx, { mailSendId: found.mailSendId, kind, permanent, detail })
    }
    return new Response(null, { status: 204 })
  } catch (error) {
    if (!(error instanceof WebhookSignatureError)) throw error
    facts.log.warn({ err: error }, 'a webhook without a valid signature')
    return new Response(null, { status: 401 })
  }
}
