import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, redirectDocument } from '@remix-run/node'
import { endSession } from '@residency/domain/sessions'
import { openAction, openLoader, returnPath } from '@residency/edge/routes'
import { endedSessionCookie } from '@residency/edge/visitor'
import { accountHref } from './passing.ts'

/** Only a form signs out: a picture on another site can cause a GET. */
export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, ({ scope }) => {
    scope.keepPrivate()
    throw redirect(accountHref(scope, '/'), 303)
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone' }, async ({ ctx, form, scope }) => {
    if (ctx.actor.kind === 'account') await endSession(ctx, { sessionId: ctx.actor.sessionId })
    scope.setCookie(endedSessionCookie())
    return redirectDocument(returnPath(form.returnTo, accountHref(scope, '/')), 303)
  })
