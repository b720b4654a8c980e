import * as crew from '@residency/domain/crew'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: crew,
  attacks: [
    attack('changeRole', 'absent', (ctx, a) => crew.changeRole(ctx, { accountId: a.members.editor.actor.accountId, role: 'moderator' })),
    attack('removeCrew', 'absent', (ctx, a) => crew.removeCrew(ctx, { accountId: a.members.editor.actor.accountId })),
    attack('revokeInvitation', 'absent', (ctx, a) => crew.revokeInvitation(ctx, { invitationId: a.ids.invitation })),
    attack('inspectInvitation', 'own', (ctx, a) => crew.inspectInvitation(ctx, { unverifiedToken: a.tokens.invitation })),
    attack('acceptInvitation', 'kept', (ctx, a) =>
      crew.acceptInvitation(ctx, { token: a.tokens.invitation, name: 'Eve', password: 'correct horse battery staple' }),
    ),
    attack('listCrew', 'own', (ctx) => crew.listCrew(ctx)),
  ],
  without: ['inviteCrew', 'allows', 'can', 'grantableRoles', 'reaches', 'requireAccount', 'requirePermission'],
}
