import * as brand from '@residency/domain/brand'
import { attack, expectedVersion, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: brand,
  attacks: [
    attack('getBrand', 'own', (ctx) => brand.getBrand(ctx)),
    attack('listBrandRevisions', 'own', (ctx) => brand.listBrandRevisions(ctx)),
    attack('restoreBrandRevision', 'absent', (ctx, a) =>
      brand.restoreBrandRevision(ctx, { revisionId: a.ids.brandRevision, expectedVersion }),
    ),
    attack('saveBrandDraft', 'kept', async (ctx, a) => {
      const { published, version } = await brand.getBrand(ctx)
      return brand.saveBrandDraft(ctx, { expectedVersion: version, record: { ...published, logoId: a.ids.media } })
    }),
  ],
  without: ['discardBrandDraft', 'publishBrand'],
}
