import * as audit from '@residency/domain/audit'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: audit,
  attacks: [attack('listAuditEntries', 'own', (ctx, a) => audit.listAuditEntries(ctx, { subjectId: a.ids.page }))],
  without: ['recordAudit'],
}
