export {
  type ConsentChoices,
  consentChoicesSchema,
  getSiteSettings,
  readSiteSettings,
  type SiteSettings,
  saveSiteSettings,
  saveSiteSettingsSchema,
} from './site-settings.ts'
