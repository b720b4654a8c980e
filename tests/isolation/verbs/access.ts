import * as access from '@residency/domain/access'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: access,
  attacks: [
    attack('getStanding', 'own', (ctx, a) =>
      access.getStanding(ctx.ref, { mixId: a.ids.mix, accountId: a.members.owner.actor.accountId, linkHash: null }),
    ),
  ],
  without: ['readStanding', 'decideStanding'],
}
