import * as tenants from '@residency/domain/tenants'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: tenants,
  attacks: [attack('requireTenantRecord', 'own', (ctx) => tenants.requireTenantRecord(ctx.ref))],
  without: ['readEntitlements'],
}
