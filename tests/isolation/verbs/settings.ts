import * as settings from '@residency/domain/settings'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: settings,
  attacks: [attack('getSiteSettings', 'own', (ctx) => settings.getSiteSettings(ctx))],
  without: ['saveSiteSettings', 'readSiteSettings'],
}
