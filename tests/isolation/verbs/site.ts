import * as site from '@residency/domain/site'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: site,
  attacks: [
    attack('getDraftFrame', 'own', (ctx) => site.getDraftFrame(ctx)),
    attack('getSiteFrame', 'own', (ctx) => site.getSiteFrame(ctx.ref, 'en')),
    attack('getHomePage', 'own', (ctx) => site.getHomePage(ctx)),
    attack('getOverview', 'own', (ctx) => site.getOverview(ctx)),
    attack('listSiteAddresses', 'own', (ctx) => site.listSiteAddresses(ctx)),
  ],
  without: [],
}
