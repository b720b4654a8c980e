import * as declarations from '@residency/domain/declarations'
import type { SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: declarations,
  attacks: [],
  without: ['declareRights'],
}
