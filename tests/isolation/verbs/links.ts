import * as links from '@residency/domain/links'
import { attack, expectedVersion, type SliceWalk, someSet } from './attack.ts'

export const walk: SliceWalk = {
  verbs: links,
  attacks: [
    attack('listLinks', 'own', (ctx) => links.listLinks(ctx)),
    attack('requireLink', 'absent', (ctx, a) => links.requireLink(ctx, { linkId: a.ids.link })),
    attack('updateLink', 'absent', (ctx, a) => links.updateLink(ctx, { linkId: a.ids.link, expectedVersion, label: someSet, url: '/x' })),
    attack('changeLinkVisibility', 'absent', (ctx, a) =>
      links.changeLinkVisibility(ctx, { linkId: a.ids.link, expectedVersion, isHidden: true }),
    ),
    attack('moveLink', 'absent', (ctx, a) => links.moveLink(ctx, { linkId: a.ids.link, step: 'first' })),
    attack('deleteLink', 'absent', (ctx, a) => links.deleteLink(ctx, { linkId: a.ids.link })),
  ],
  without: ['createLink', 'linkKindOf'],
}
