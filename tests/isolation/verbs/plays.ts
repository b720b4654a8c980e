import * as plays from '@residency/domain/plays'
import { somePlay } from '../some-play.ts'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: plays,
  attacks: [
    attack('getInsight', 'own', (ctx) => plays.getInsight(ctx, {})),
    attack('getInsight of a mix', 'absent', (ctx, a) => plays.getInsight(ctx, { mixId: a.ids.mix })),
    attack('exportPlays', 'own', (ctx) => plays.exportPlays(ctx, {})),
    attack('exportPlays of a mix', 'absent', (ctx, a) => plays.exportPlays(ctx, { mixId: a.ids.mix })),
    attack('exportRetention', 'absent', (ctx, a) => plays.exportRetention(ctx, { mixId: a.ids.mix })),
    attack('getPlaysGlance', 'own', (ctx) => plays.getPlaysGlance(ctx)),
    attack('getHearableMix', 'own', (ctx, a) =>
      plays.getHearableMix(ctx.ref, { mixId: a.ids.mix, accountId: a.members.owner.actor.accountId }),
    ),
    attack('recordBeats', 'own', (ctx, a) =>
      plays.recordBeats(ctx.ref, [somePlay(a.ids.mix, { playId: a.playId, accountId: a.members.fan.actor.accountId })], new Date()),
    ),
    attack('recordFetch', 'own', (ctx, a) =>
      plays.recordFetch(ctx, {
        ...{ mixId: a.ids.mix, recordingId: a.ids.recording, durationMs: 100_000, quality: 'aac128', fromS: 0, toS: 90 },
        feedTokenId: null,
      }),
    ),
    attack('rollUpPlays', 'own', (ctx) => plays.rollUpPlays(ctx)),
  ],
  without: ['acceptReport', 'describeListener'],
}
