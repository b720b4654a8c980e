import * as community from '@residency/domain/community'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: community,
  attacks: [
    attack('changeLike', 'absent', (ctx, a) => community.changeLike(ctx, { mixId: a.ids.mix, link: null, liked: true }).then(() => true)),
    attack('requireMixCommunity', 'absent', (ctx, a) => community.requireMixCommunity(ctx, { slug: a.slugs.mix, link: null, page: 1 })),
    attack('writeComment', 'absent', (ctx, a) => community.writeComment(ctx, { mixId: a.ids.mix, link: null, at: 0, body: 'x' })),
    attack('deleteComment', 'absent', (ctx, a) => community.deleteComment(ctx, { commentId: a.ids.comment })),
    attack('reportComment', 'absent', (ctx, a) =>
      community.reportComment(ctx, { commentId: a.ids.fanComment, reason: 'spam' }).then(() => true),
    ),
    attack('getMutedWords', 'own', (ctx) => community.getMutedWords(ctx)),
    attack('moderateComments to delete', 'absent', (ctx, a) =>
      community.moderateComments(ctx, { commentIds: [a.ids.comment], moderation: 'delete' }),
    ),
    attack('listModeratedComments', 'own', (ctx, a) => community.listModeratedComments(ctx, { show: 'all', q: a.canary, page: 1 })),
    attack('getMyCommunity', 'own', (ctx) => community.getMyCommunity(ctx)),
  ],
  without: ['muteWords', 'changeFollow', 'exportCommunity'],
}
