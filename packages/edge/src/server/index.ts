export { contentName } from './assets.ts'
export { publicOrigin } from './origin.ts'
export { type RunningSite, type ServeOptions, serveSite } from './serve-site.ts'
export type { RemixHandler, SiteOptions } from './site-options.ts'
