import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { AppError } from '@residency/domain/errors'
import { errorText } from '@residency/i18n/server'
import type { z } from 'zod'
import { type Scope, scopeOf } from '../scope/index.ts'
import { type Access, admit, type ContextFor } from './access.ts'
import { formValues } from './form-values.ts'
import { parseParams } from './open-loader.ts'
import { named, refusalHeaders } from './refusal.ts'

interface ResourceRules<A extends Access, P extends z.ZodType, F extends z.ZodType> {
  access: A
  params?: P
  /** Given, the request's form is read: an action. */
  form?: F
}

export interface ResourceDoor<A extends Access, P, F> {
  ctx: ContextFor<A>
  params: P
  form: F
  scope: Scope
  request: Request
  url: URL
}

/**
 * The way in to what is no page: pictures, feeds, small forms that only set a cookie. Answers are Responses;
 * a refusal is its status and one sentence, for nobody draws a page here.
 */
export async function openResource<A extends Access, P extends z.ZodType = z.ZodType<unknown>, F extends z.ZodType = z.ZodType<unknown>>(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  rules: ResourceRules<A, P, F>,
  work: (door: ResourceDoor<A, z.output<P>, z.output<F>>) => Promise<Response> | Response,
): Promise<Response> {
  const scope = scopeOf(args.context)
  const { request } = args
  try {
    const ctx = admit(scope, rules.access, request)
    const params = parseParams(rules.params, args.params)
    const form = rules.form?.safeParse(formValues(await request.formData()))
    if (form && !form.success) throw new AppError('invalid')
    return await work({ ctx, params, form: form?.data, scope, request, url: new URL(request.url) } as ResourceDoor<
      A,
      z.output<P>,
      z.output<F>
    >)
  } catch (caught) {
    const error = named(caught)
    if (!(error instanceof AppError)) throw error
    const text = errorText(scope.facts.locale, error.messageKey, error.detail.params)
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...refusalHeaders(error) }
    return new Response(`${text}\n`, { status: error.status, headers })
  }
}
