import * as consent from '@residency/domain/consent'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: consent,
  attacks: [attack('listMyConsents', 'own', (ctx) => consent.listMyConsents(ctx))],
  without: ['changeConsent', 'chooseCookies', 'recordConsent'],
}
