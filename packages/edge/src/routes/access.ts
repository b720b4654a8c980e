import { redirect } from '@remix-run/node'
import type { AccountContext, TenantContext } from '@residency/domain/context'
import { AppError, forbidden, notFound } from '@residency/domain/errors'
import { allows, type Permission, permissionNames } from '@residency/domain/policy'
import type { Scope } from '../scope/index.ts'
import { pathIn } from '../visitor/index.ts'

/** Who may come in. Every loader and action says so; there is no default. */
export type Access = 'anyone' | 'signed-in' | Permission

/** The context a route gets: behind anything but `anyone` somebody is signed in. */
export type ContextFor<A extends Access> = A extends 'anyone' ? TenantContext : AccountContext

const isPermission = (access: string): access is Permission => (permissionNames as string[]).includes(access)

/**
 * Refuses whom the access does not name: anonymous → the way in, before anything is looked up; no member of the crew, or not with this role → 403.
 * A language the DJ does not offer has no pages, and neither has a site that is suspended.
 */
export function admit<A extends Access>(scope: Scope, access: A, request: Request): ContextFor<A> {
  if (scope.facts.isPaused) throw new AppError('unavailable', { messageKey: 'suspended' })
  if (!scope.isOffered) throw notFound()
  if (access !== 'anyone') {
    if (scope.actor.kind !== 'account') throw signIn(scope, request)
    if (access !== 'signed-in' && !(isPermission(access) && allows(scope.actor, access))) throw forbidden()
  }
  return scope.context as ContextFor<A>
}

/** To the sign-in page and back. A form that was sent comes back to the page it was on: sending it again is the person's to decide. */
export function signIn(scope: Scope, request: Request): Response {
  const { locale, tenant } = scope.facts
  const { pathname, search } = new URL(request.url)
  const back = request.method === 'GET' || request.method === 'HEAD' ? `${pathname}${search}` : pathname
  return redirect(`${pathIn(locale, tenant.locale, '/sign-in')}?returnTo=${encodeURIComponent(back)}`)
}
