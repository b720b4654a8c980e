export { Scope, type ScopeFacts, scopeOf } from './scope.ts'
export { SiteFrames } from './site-frames.ts'
