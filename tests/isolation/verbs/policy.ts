import * as policy from '@residency/domain/policy'
import type { SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: policy,
  attacks: [],
  without: ['requireNotLastOwner', 'allows', 'can', 'grantableRoles', 'reaches', 'requireAccount', 'requirePermission'],
}
