import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { openResource, returnPath } from '@residency/edge/routes'
import { preferenceCookie } from '@residency/edge/visitor'
import { z } from 'zod'

const modeSchema = z.object({ mode: z.enum(['dark', 'light', 'auto']), returnTo: z.string().optional() })

/** Keeps a visitor's choice of dark or light. A form where there are no scripts, a call behind the scenes where there are. */
export const action = (args: ActionFunctionArgs) =>
  openResource(args, { access: 'anyone', form: modeSchema }, async ({ scope, form }) => {
    scope.setCookie(preferenceCookie('mode', form.mode))
    return redirect(returnPath(form.returnTo), 303)
  })
