import * as slugs from '@residency/domain/slugs'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: slugs,
  attacks: [
    attack('changeSlug of a mix', 'absent', (ctx, a) => slugs.changeSlug(ctx, { kind: 'mix', id: a.ids.mix, slug: 'stolen' })),
    attack('changeSlug of an event', 'absent', (ctx, a) => slugs.changeSlug(ctx, { kind: 'event', id: a.ids.event, slug: 'stolen' })),
    attack('changeSlug of a page', 'absent', (ctx, a) => slugs.changeSlug(ctx, { kind: 'page', id: a.ids.page, slug: 'stolen' })),
    attack('deleteRedirect', 'absent', (ctx, a) => slugs.deleteRedirect(ctx, { redirectId: a.ids.redirect })),
    attack('findRedirect', 'own', (ctx, a) => slugs.findRedirect(ctx, { kind: 'mix', slug: a.slugs.formerly })),
    attack('listSlugs', 'own', (ctx) => slugs.listSlugs(ctx)),
  ],
  without: ['claimSlug', 'moveSlug', 'slugify'],
}
