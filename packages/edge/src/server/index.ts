// What an app's server asks of the database before and after it serves: apps themselves have no arrow to it.
export { assertServingRole, closeDatabase, databaseAnswers } from '@residency/db'
export { closeRedis } from '@residency/integrations/redis'
export { contentName } from './assets.ts'
export { publicOrigin } from './origin.ts'
export { answerPlainly } from './plain-answer.ts'
export { type RunningSite, type ServeOptions, serveSite } from './serve-site.ts'
export type { RemixHandler, SiteOptions } from './site-options.ts'
