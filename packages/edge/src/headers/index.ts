export { contentSecurityPolicy, type InlineSources, shareable } from './content-security.ts'
export { isSameOrigin } from './origin.ts'
export { type HeaderPair, securityHeaders } from './security-headers.ts'
