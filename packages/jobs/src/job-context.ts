import type { Logger } from '@residency/config'
import { tenantRef } from '@residency/db'
import type { TenantContext } from '@residency/domain/context'
import { requireTenantRecord } from '@residency/domain/tenants'

/** The context a job runs in: its tenant's, restored from what the relay wrote beside the payload; nobody's account acts. */
export async function jobContext(job: { tenantId: string; id: string; name: string }, log: Logger): Promise<TenantContext> {
  const ref = tenantRef('job', job.tenantId)
  const tenant = await requireTenantRecord(ref)
  return {
    ref,
    tenant,
    actor: { kind: 'system' },
    locale: tenant.locale,
    requestId: job.id,
    ipPrefix: null,
    userAgent: null,
    now: () => new Date(),
    log: log.child({ tenant: tenant.slug, job: job.name, jobId: job.id }),
  }
}
