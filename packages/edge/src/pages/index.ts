export { canonicalTarget, isPlainTarget, isTrackingKey, type SharingRules } from './page-address.ts'
export { type Answer, type Outcome, type PageAsk, PageCache, type PageCacheOptions } from './page-cache.ts'
export { PageStore } from './page-store.ts'
export { type Encoding, encodingFor, isKnownTo, type Snapshot, type StoredPage, storePage } from './stored-page.ts'
