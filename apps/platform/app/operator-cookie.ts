import { operatorSessionSeconds } from '@residency/domain/operators'

/** `__Host-`: Secure, this host alone. Strict: nothing elsewhere leads into the console with a session. */
export const operatorCookieName = '__Host-operator'
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Strict'

export const operatorCookie = (token: string): string => `${operatorCookieName}=${token}; Max-Age=${operatorSessionSeconds}; ${attributes}`
export const endedOperatorCookie = (): string => `${operatorCookieName}=; Max-Age=0; ${attributes}`
