import * as catalogue from '@residency/domain/catalogue'
import { attack, expectedVersion, type SliceWalk } from './attack.ts'

const someMix = catalogue.mixFieldsSchema.parse({ title: 'x', recordedOn: '2020-01-01' })

export const walk: SliceWalk = {
  verbs: catalogue,
  attacks: [
    attack('listMixes', 'own', async (ctx, a) => {
      // The question itself comes back with the answer.
      const { query: _asked, ...found } = await catalogue.listMixes(ctx, catalogue.listMixesSchema.parse({ q: a.canary }))
      return found
    }),
    attack('listRecentMixes', 'own', (ctx) => catalogue.listRecentMixes(ctx, { most: 50 })),
    attack('requireLinkedMix', 'absent', (ctx, a) => catalogue.requireLinkedMix(ctx, { slug: a.slugs.mix, link: a.tokens.listen })),
    attack('requireMixPreview', 'absent', (ctx, a) => catalogue.requireMixPreview(ctx, { mixId: a.ids.mix })),
    attack('listEditedMixes', 'own', (ctx, a) => catalogue.listEditedMixes(ctx, { q: a.secret, page: 1 })),
    attack('requireEditedMix', 'absent', (ctx, a) => catalogue.requireEditedMix(ctx, { mixId: a.ids.mix })),
    attack('updateMix', 'absent', (ctx, a) => catalogue.updateMix(ctx, { mixId: a.ids.mix, expectedVersion, fields: someMix })),
    attack('updateMix of one’s own, with another’s picture', 'kept', (ctx, a, own) =>
      catalogue.updateMix(ctx, { mixId: own.ids.mix, expectedVersion, fields: { ...someMix, artworkId: a.ids.media } }),
    ),
    attack('updateMix of one’s own, with another’s tier', 'kept', (ctx, a, own) =>
      catalogue.updateMix(ctx, { mixId: own.ids.mix, expectedVersion, fields: { ...someMix, exclusiveTierId: a.ids.tier } }),
    ),
    attack('editMixes', 'absent', (ctx, a) => catalogue.editMixes(ctx, { mixIds: [a.ids.mix], change: { genre: 'stolen' } })),
    attack('undoEditMixes', 'own', (ctx, a) =>
      catalogue.undoEditMixes(ctx, { before: [{ mixId: a.ids.mix, expectedVersion, change: { genre: 'stolen' } }] }),
    ),
    attack('publishMix', 'absent', (ctx, a) => catalogue.publishMix(ctx, { mixId: a.ids.mix, expectedVersion, declared: true })),
    attack('publishWhenReady', 'absent', (ctx, a) =>
      catalogue.publishWhenReady(ctx, { mixId: a.ids.mix, expectedVersion, declared: true }),
    ),
    attack('publishMixes', 'absent', (ctx, a) => catalogue.publishMixes(ctx, { mixIds: [a.ids.mix], declared: true })),
    attack('withdrawMixes of many', 'absent', (ctx, a) => catalogue.withdrawMixes(ctx, { mixIds: [a.ids.mix] })),
    attack('unlistMix', 'absent', (ctx, a) => catalogue.unlistMix(ctx, { mixId: a.ids.mix, expectedVersion, declared: true })),
    attack('scheduleMix', 'absent', (ctx, a) =>
      catalogue.scheduleMix(ctx, {
        mixId: a.ids.mix,
        expectedVersion,
        declared: true,
        at: `${new Date().getUTCFullYear() + 1}-01-01T20:00`,
        turn: 'first',
      }),
    ),
    attack('withdrawMix', 'absent', (ctx, a) => catalogue.withdrawMix(ctx, { mixId: a.ids.mix, expectedVersion })),
    attack('releaseDueMixes', 'kept', (ctx) => catalogue.releaseDueMixes(ctx)),
    attack('createListenLink', 'absent', (ctx, a) => catalogue.createListenLink(ctx, { mixId: a.ids.mix, label: '', days: 1 })),
    attack('revokeListenLink', 'absent', (ctx, a) => catalogue.revokeListenLink(ctx, { linkId: a.ids.listenLink })),
    attack('listListenLinks', 'absent', (ctx, a) => catalogue.listListenLinks(ctx, { mixId: a.ids.mix })),
    attack('deleteMix', 'absent', (ctx, a) => catalogue.deleteMix(ctx, { mixId: a.ids.mix })),
    attack('requireMix', 'absent', (ctx, a) => catalogue.requireMix(ctx, { slug: a.slugs.mix })),
  ],
  without: ['isSeen', 'waitsForAudio', 'mixCollision', 'querySeen', 'listMixesById'],
}
