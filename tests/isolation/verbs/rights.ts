import * as rights from '@residency/domain/rights'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: rights,
  attacks: [
    attack('reportMix', 'absent', (ctx, a) =>
      rights.reportMix(ctx, {
        ...{ slug: a.slugs.mix, link: null, kind: 'other', name: 'Eve', email: 'eve@fan.example', at: 0 },
        ...{ work: 'somebody else’s', statement: 'somebody else’s', sworn: true },
      }),
    ),
    attack('decideTakedown', 'absent', (ctx, a) =>
      rights.decideTakedown(ctx, { takedownId: a.ids.takedown, decision: 'uphold', reason: 'x' }),
    ),
    attack('counterTakedown', 'absent', (ctx, a) =>
      rights.counterTakedown(ctx, { takedownId: a.ids.takedown, name: 'Eve', statement: 'somebody else’s', sworn: true }),
    ),
    attack('requireTakedown', 'absent', (ctx, a) => rights.requireTakedown(ctx, { takedownId: a.ids.takedown })),
    attack('listTakedowns', 'own', (ctx) => rights.listTakedowns(ctx, { show: 'all', page: 1 })),
    attack('requireClaim', 'absent', (ctx, a) => rights.requireClaim(ctx, { unverifiedToken: a.tokens.claim })),
    attack('continueClaim', 'absent', (ctx, a) =>
      rights.continueClaim(ctx, { unverifiedToken: a.tokens.claim, statement: 'somebody else’s' }),
    ),
  ],
  without: ['strikesSince', 'restoreDueMixes', 'exportClaims'],
}
