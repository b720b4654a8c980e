import * as pages from '@residency/domain/pages'
import { attack, expectedVersion, type SliceWalk, someSet } from './attack.ts'

export const walk: SliceWalk = {
  verbs: pages,
  attacks: [
    attack('requirePage', 'absent', (ctx, a) => pages.requirePage(ctx, { pageId: a.ids.page })),
    attack('listPages', 'own', (ctx) => pages.listPages(ctx)),
    attack('savePage', 'absent', (ctx, a) => pages.savePage(ctx, { pageId: a.ids.page, expectedVersion, title: someSet, blocks: [] })),
    attack('publishPage', 'absent', (ctx, a) => pages.publishPage(ctx, { pageId: a.ids.page, expectedVersion })),
    attack('unpublishPage', 'absent', (ctx, a) => pages.unpublishPage(ctx, { pageId: a.ids.page, expectedVersion })),
    attack('placePage', 'absent', (ctx, a) => pages.placePage(ctx, { pageId: a.ids.page, inNavigation: true, position: 1 })),
    attack('deletePage', 'absent', (ctx, a) => pages.deletePage(ctx, { pageId: a.ids.page })),
    attack('listPageRevisions', 'absent', (ctx, a) => pages.listPageRevisions(ctx, { pageId: a.ids.page })),
    attack('restorePageRevision', 'absent', (ctx, a) =>
      pages.restorePageRevision(ctx, { pageId: a.ids.page, revisionId: a.ids.pageRevision, expectedVersion }),
    ),
    attack('restorePageRevision of one’s own page', 'absent', (ctx, a, own) =>
      pages.restorePageRevision(ctx, { pageId: own.ids.page, revisionId: a.ids.pageRevision, expectedVersion }),
    ),
    attack('countPageSteps', 'absent', (ctx, a) => pages.countPageSteps(ctx, { pageId: a.ids.page })),
    attack('stepPage', 'absent', (ctx, a) => pages.stepPage(ctx, { pageId: a.ids.page, expectedVersion, direction: 'undo' })),
    attack('createDraftPreview', 'absent', (ctx, a) => pages.createDraftPreview(ctx, { pageId: a.ids.page })),
    attack('openDraftPreview', 'absent', (ctx, a) => pages.openDraftPreview(ctx, { unverifiedToken: a.tokens.preview })),
    attack('requirePublishedPage', 'absent', (ctx, a) => pages.requirePublishedPage(ctx, { kind: 'page', slug: a.slugs.page })),
  ],
  without: ['createPage', 'resolveDraft', 'cleanHtml', 'parseBlocks', 'referencesOf'],
}
