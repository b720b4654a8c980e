import type { AccountContext, Actor, TenantContext } from '../context/index.ts'
import { forbidden, unauthenticated } from '../errors/index.ts'
import { can, type Permission } from './permissions.ts'

type Who = Pick<TenantContext, 'actor'>

const account = (actor: Actor): AccountContext['actor'] => {
  if (actor.kind !== 'account') throw unauthenticated()
  return actor
}

/** The context of somebody signed in. Throws `unauthenticated`. */
export function requireAccount<C extends Who>(ctx: C): C & AccountContext {
  account(ctx.actor)
  return ctx as C & AccountContext
}

/** The context of crew that may do `permission`. Throws `unauthenticated` (nobody is signed in) or `forbidden` (your tenant, not your role). */
export function requirePermission<C extends Who>(ctx: C, permission: Permission): C & AccountContext {
  if (!can(account(ctx.actor).role, permission)) throw forbidden()
  return ctx as C & AccountContext
}

/** Whether the actor may, for showing or hiding a control. */
export const allows = (actor: Actor, permission: Permission): boolean => actor.kind === 'account' && can(actor.role, permission)
