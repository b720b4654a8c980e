import { redirect, redirectDocument } from '@remix-run/node'
import type { Entry } from '@residency/domain/identity'
import type { OpenedSession } from '@residency/domain/sessions'
import { returnPath } from '@residency/edge/routes'
import type { Scope } from '@residency/edge/scope'
import { cookieNames, endedCookie, knownBrowserCookie, passingCookie, readCookie, sessionCookie } from '@residency/edge/visitor'
import { hrefOf } from '../../shape/links.ts'
import { siteOf } from '../../shape/site-request.ts'

// What passes from one step of a sign-in to the next travels in cookies that no script reads, never in an address.

export const accountHref = (scope: Scope, path: string): string => hrefOf(siteOf(scope), path)

/** Where one came from, or one's own page. */
export const goal = (scope: Scope, unverifiedReturnTo: unknown): string => returnPath(unverifiedReturnTo, accountHref(scope, '/account'))

type Carried = 'step' | 'signUp' | 'link'
export const carried = (request: Request, name: Carried): string | null =>
  readCookie(request.headers.get('cookie') ?? undefined, cookieNames[name]) || null

export type LinkKind = 'verify' | 'magic' | 'reset' | 'email' | 'invitation' | 'undo'
const linkMinutes = 60

/**
 * The token of a mail's link. The first visit puts it into a cookie and goes on to the same page without it: an address is seen by
 * proxies, histories and whoever looks over a shoulder. Nothing is used up: that takes the page's button.
 */
export function linkToken(scope: Scope, request: Request, kind: LinkKind, page: string): string | null {
  scope.keepPrivate()
  const { searchParams } = new URL(request.url)
  const token = searchParams.get('token')
  if (token !== null) {
    if (/^[\w-]{43}$/.test(token)) carryToken(scope, kind, token)
    const returnTo = searchParams.get('returnTo')
    const search = returnTo ? `?returnTo=${encodeURIComponent(returnTo)}` : ''
    throw redirect(accountHref(scope, page) + search, 303)
  }
  return carriedToken(request, kind)
}

export function carriedToken(request: Request, kind: LinkKind): string | null {
  const value = carried(request, 'link')
  return value?.startsWith(`${kind}.`) ? value.slice(kind.length + 1) : null
}

/** Puts a token that was just made where the page of its kind looks for it. */
export const carryToken = (scope: Scope, kind: LinkKind, token: string): void =>
  scope.setCookie(passingCookie('link', `${kind}.${token}`, linkMinutes))

/** Gives this browser its session, and what it is known by afterwards. */
export function keepSession(scope: Scope, session: OpenedSession): void {
  scope.setCookie(sessionCookie(session.token))
  scope.setCookie(knownBrowserCookie(session.knownBrowser))
}

/** Goes on after somebody showed who they are: to the second step, or in. The document is loaded anew: it belongs to somebody now. */
export function goIn(scope: Scope, request: Request, entry: Entry, returnTo: string): Response {
  if (carried(request, 'link')) scope.setCookie(endedCookie('link'))
  if (carried(request, 'signUp')) scope.setCookie(endedCookie('signUp'))
  if (entry.state === 'secondFactor') {
    scope.setCookie(passingCookie('step', entry.step, 10))
    return redirect(`${accountHref(scope, '/sign-in/code')}?returnTo=${encodeURIComponent(returnTo)}`, 303)
  }
  keepSession(scope, entry.session)
  if (carried(request, 'step')) scope.setCookie(endedCookie('step'))
  return redirectDocument(returnTo, 303)
}

/** Who is signed in has no business on the pages of signing in. */
export function leaveIfSignedIn(scope: Scope, unverifiedReturnTo: unknown): void {
  if (scope.actor.kind === 'account') throw redirect(goal(scope, unverifiedReturnTo), 303)
}
