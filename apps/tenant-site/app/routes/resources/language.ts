import type { ActionFunctionArgs } from '@remix-run/node'
import { locales } from '@residency/config'
import { openResource } from '@residency/edge/routes'
import { preferenceCookie } from '@residency/edge/visitor'
import { z } from 'zod'

const languageSchema = z.object({ language: z.enum(locales) })

/** Keeps the language somebody went to within their document, while something played: no page was asked for that could have kept it. */
export const action = (args: ActionFunctionArgs) =>
  openResource(args, { access: 'anyone', form: languageSchema }, async ({ scope, form }) => {
    // An account has a language of its own, which is set there.
    if (scope.actor.kind === 'anonymous' && scope.facts.frame.locales.includes(form.language))
      scope.setCookie(preferenceCookie('language', form.language))
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
  })
