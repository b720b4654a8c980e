export { getHomePage, type HomePage } from './get-home-page.ts'
export { getOverview, type Overview } from './get-overview.ts'
export { getSiteFrame, type LinkRecord, type SiteFrame } from './get-site-frame.ts'
