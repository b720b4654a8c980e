export { getHomePage, type HomePage } from './get-home-page.ts'
export { getOverview, type Overview } from './get-overview.ts'
export { getDraftFrame, getSiteFrame, type LinkRecord, type SiteFrame } from './get-site-frame.ts'
export { listSiteAddresses, type SiteAddress } from './list-site-addresses.ts'
