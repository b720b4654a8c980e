import * as outbox from '@residency/domain/outbox'
import type { SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: outbox,
  attacks: [],
  without: ['enqueueLater'],
}
