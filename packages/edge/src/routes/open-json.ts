import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { AppError } from '@residency/domain/errors'
import type { z } from 'zod'
import { type Scope, scopeOf } from '../scope/index.ts'
import { type Access, admit, type ContextFor } from './access.ts'
import { issueTexts } from './issue-text.ts'
import { parseParams } from './open-loader.ts'
import { named, refusalBody, refusalHeaders } from './refusal.ts'

interface JsonRules<A extends Access, P extends z.ZodType, B extends z.ZodType> {
  access: A
  params?: P
  /** Given, the request's body is read as JSON: an action. */
  body?: B
}

export interface JsonDoor<A extends Access, P, B> {
  ctx: ContextFor<A>
  params: P
  body: B
  scope: Scope
  request: Request
  url: URL
}

/**
 * The way in for our own pages' scripts: JSON in, JSON out, a refusal with its words in the person's language and never a redirect.
 * `undefined` is answered with 204. Somebody who is not signed in gets 401, before anything is looked up.
 */
export async function openJson<A extends Access, T, P extends z.ZodType = z.ZodType<unknown>, B extends z.ZodType = z.ZodType<unknown>>(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  rules: JsonRules<A, P, B>,
  work: (door: JsonDoor<A, z.output<P>, z.output<B>>) => Promise<T> | T,
): Promise<Response> {
  const scope = scopeOf(args.context)
  const { request } = args
  const { locale, requestId } = scope.facts
  const noStore = { 'Cache-Control': 'no-store' }
  try {
    if (rules.access !== 'anyone' && scope.actor.kind !== 'account') throw new AppError('unauthenticated')
    const ctx = admit(scope, rules.access, request)
    const params = parseParams(rules.params, args.params)
    const body = rules.body?.safeParse(await readJson(request))
    if (body && !body.success) {
      const fields = issueTexts(locale, body.error.issues)
      return Response.json(
        { error: { ...refusalBody(new AppError('invalid'), locale, requestId), fields } },
        { status: 422, headers: noStore },
      )
    }
    const door = { ctx, params, body: body?.data, scope, request, url: new URL(request.url) }
    const result = await work(door as JsonDoor<A, z.output<P>, z.output<B>>)
    if (result instanceof Response) return result
    return result === undefined ? new Response(null, { status: 204, headers: noStore }) : Response.json(result, { headers: noStore })
  } catch (caught) {
    const error = named(caught)
    if (!(error instanceof AppError)) throw error
    return Response.json(
      { error: refusalBody(error, locale, requestId) },
      { status: error.status, headers: { ...noStore, ...refusalHeaders(error) } },
    )
  }
}

/** What is no JSON is read as nothing, which the schema then refuses in words. */
const readJson = (request: Request): Promise<unknown> =>
  request.json().catch((error: unknown) => {
    if (error instanceof AppError) throw error
    return undefined
  })
