import * as feeds from '@residency/domain/feeds'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: feeds,
  attacks: [
    attack('getPodcast', 'own', (ctx) => feeds.getPodcast(ctx)),
    attack('requireMemberPodcast', 'absent', (ctx, a) => feeds.requireMemberPodcast(ctx, { unverifiedToken: a.tokens.feed })),
    attack('openEpisode', 'absent', (ctx, a) => feeds.openEpisode(ctx, { mixId: a.ids.mix })),
    attack('openEpisode by another’s ticket', 'absent', (ctx, a) => feeds.openEpisode(ctx, { unverifiedTicket: a.tokens.episode })),
    attack('requireEpisodeTracks', 'absent', (ctx, a) => feeds.requireEpisodeTracks(ctx, { mixId: a.ids.mix })),
    attack('requireEpisodeTracks by another’s ticket', 'absent', (ctx, a) =>
      feeds.requireEpisodeTracks(ctx, { unverifiedTicket: a.tokens.episode }),
    ),
    attack('getMyFeed', 'own', (ctx) => feeds.getMyFeed(ctx)),
  ],
  without: ['renewMyFeed', 'revokeMyFeed'],
}
