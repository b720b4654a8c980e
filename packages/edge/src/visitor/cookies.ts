import { knownBrowserSeconds, sessionCookieName, sessionMaxAgeSeconds } from '@residency/domain/sessions'

/** Every cookie the site sets. `__Host-`: Secure, this host alone, path `/`; none is read by scripts. */
export const cookieNames = {
  session: sessionCookieName,
  language: '__Host-language',
  mode: '__Host-mode',
  consent: '__Host-consent',
  /** That its owner has signed in with this browser: it lets nobody in, their tries are counted apart from strangers'. */
  knownBrowser: '__Host-known',
  /** Between password and code. */
  step: '__Host-step',
  /** Proof of having chosen the password that waits for its address to be confirmed. */
  signUp: '__Host-sign-up',
  /** A mail's token, out of the address bar. */
  link: '__Host-link',
} as const

const yearSeconds = 365 * 24 * 60 * 60

/** The value of one cookie in a Cookie header. No other cookie's value can pass for it, and nothing is decoded. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined
  let from = 0
  while (from < header.length) {
    const at = header.indexOf(name, from)
    if (at < 0) return undefined
    const end = at + name.length
    const starts = at === 0 || /[;\s]/.test(header[at - 1] as string)
    if (starts && header[end] === '=') {
      const stop = header.indexOf(';', end)
      return header.slice(end + 1, stop < 0 ? undefined : stop).trim()
    }
    from = end
  }
  return undefined
}

function cookie(name: string, value: string, maxAgeSeconds: number): string {
  if (!/^[\w.:~-]*$/.test(value)) throw new Error(`A cookie's value is letters, figures and dashes: ${name}`)
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Lax`
}

export const sessionCookie = (token: string): string => cookie(cookieNames.session, token, sessionMaxAgeSeconds)
export const knownBrowserCookie = (mark: string): string => cookie(cookieNames.knownBrowser, mark, knownBrowserSeconds)
export const endedSessionCookie = (): string => cookie(cookieNames.session, '', 0)
export const preferenceCookie = (name: 'language' | 'mode' | 'consent', value: string): string =>
  cookie(cookieNames[name], value, yearSeconds)

/** Carries something through the few minutes of signing in. */
export const passingCookie = (name: 'step' | 'signUp' | 'link', value: string, minutes: number): string =>
  cookie(cookieNames[name], value, minutes * 60)
export const endedCookie = (name: 'step' | 'signUp' | 'link'): string => cookie(cookieNames[name], '', 0)
