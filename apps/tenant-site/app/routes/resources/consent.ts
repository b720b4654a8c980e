import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { chooseCookies } from '@residency/domain/consent'
import { openResource, returnPath } from '@residency/edge/routes'
import { consentValue, preferenceCookie } from '@residency/edge/visitor'
import { z } from 'zod'

const kinds = z.enum(['analytics', 'media'])
const consentSchema = z.object({
  answer: z.enum(['none', 'chosen', 'all']),
  choice: z.union([kinds.transform((kind) => [kind]), z.array(kinds)]).default([]),
  returnTo: z.string().optional(),
})

/** Keeps what a visitor agreed to: as proof in the database, and in a cookie so that nobody is asked twice. Only what the site asks for counts. */
export const action = (args: ActionFunctionArgs) =>
  openResource(args, { access: 'anyone', form: consentSchema }, async ({ ctx, scope, form }) => {
    const { consent: asked } = scope.facts.frame
    const agrees = (kind: z.output<typeof kinds>): boolean =>
      asked[kind] && (form.answer === 'all' || (form.answer === 'chosen' && form.choice.includes(kind)))
    const given = { version: asked.version, analytics: agrees('analytics'), media: agrees('media') }
    const { visitorId } = await chooseCookies(ctx, { ...given, visitorId: scope.facts.visitor.consent?.visitorId ?? null })
    scope.setCookie(preferenceCookie('consent', consentValue({ ...given, visitorId })))
    return redirect(returnPath(form.returnTo), 303)
  })
