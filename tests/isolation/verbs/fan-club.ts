import * as fanClub from '@residency/domain/fan-club'
import { attack, expectedVersion, type SliceWalk } from './attack.ts'

const someTier = fanClub.tierFields.parse({ name: { en: 'x' }, priceMonthMinor: 1, quality: 'aac128' })

export const walk: SliceWalk = {
  verbs: fanClub,
  attacks: [
    attack('listOpenTiers', 'own', (ctx) => fanClub.listOpenTiers(ctx)),
    attack('listTiers', 'own', (ctx) => fanClub.listTiers(ctx)),
    attack('requireTier', 'absent', (ctx, a) => fanClub.requireTier(ctx, { id: a.ids.tier })),
    attack('updateTier', 'absent', (ctx, a) => fanClub.updateTier(ctx, { ...someTier, id: a.ids.tier, version: expectedVersion })),
    attack('archiveTier', 'absent', (ctx, a) => fanClub.archiveTier(ctx, { id: a.ids.tier, archived: true })),
    attack('listMembers', 'own', (ctx, a) => fanClub.listMembers(ctx, { q: '', tier: a.ids.tier, page: 1 })),
    attack('listMembers by another’s words', 'own', (ctx, a) => fanClub.listMembers(ctx, { q: a.canary, tier: '', page: 1 })),
    attack('grantMembership of another’s tier', 'absent', (ctx, a, own) =>
      fanClub.grantMembership(ctx, { email: own.members.fan.actor.email, tierId: a.ids.tier, lastDay: null, note: '' }),
    ),
    attack('grantMembership to another’s fan', 'kept', (ctx, a, own) =>
      fanClub.grantMembership(ctx, { email: a.members.fan.actor.email, tierId: own.ids.tier, lastDay: null, note: '' }),
    ),
    attack('endMembership', 'absent', (ctx, a) => fanClub.endMembership(ctx, { membershipId: a.ids.membership })),
    attack('myMemberships', 'own', (ctx) => fanClub.myMemberships(ctx)),
  ],
  without: ['createTier'],
}
