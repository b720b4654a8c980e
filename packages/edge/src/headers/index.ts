export { contentSecurityPolicy, type InlineSources, type PolicyOptions, shareable } from './content-security.ts'
export { isSameOrigin } from './origin.ts'
export { framedHeaders, type HeaderPair, securityHeaders } from './security-headers.ts'
