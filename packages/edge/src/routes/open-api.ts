import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { AppError } from '@residency/domain/errors'
import type { z } from 'zod'
import { countingAddress, type LimitState, type RateLimits } from '../limits/index.ts'
import { type Scope, scopeOf } from '../scope/index.ts'
import { type Access, admit, type ContextFor } from './access.ts'
import { issueTexts } from './issue-text.ts'
import { parseParams } from './open-loader.ts'
import { named, type RefusalBody, refusalBody, refusalHeaders } from './refusal.ts'

interface ApiRules<A extends Access, P extends z.ZodType, S extends z.ZodType> {
  access: A
  params?: P
  search?: S
}

export interface ApiDoor<A extends Access, P, S> {
  ctx: ContextFor<A>
  params: P
  search: S
  scope: Scope
  url: URL
}

let rateLimits: RateLimits | undefined

/** Called once by the server: the counters are the process's. */
export function countApiWith(limits: RateLimits): void {
  rateLimits = limits
}

/** The way in for programs: counted first, answers and refusals as JSON, never a redirect to a page. */
export async function openApi<A extends Access, T, P extends z.ZodType = z.ZodType<unknown>, S extends z.ZodType = z.ZodType<unknown>>(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  rules: ApiRules<A, P, S>,
  work: (door: ApiDoor<A, z.output<P>, z.output<S>>) => Promise<T> | T,
): Promise<Response> {
  const scope = scopeOf(args.context)
  const { locale, requestId, tenant, address } = scope.facts
  let headers: Record<string, string> = { 'Cache-Control': 'no-store' }
  try {
    if (!rateLimits) throw new Error('The server has not said what counts requests (countApiWith)')
    const who = scope.actor.kind === 'account' ? `account:${scope.actor.accountId}` : `address:${countingAddress(address)}`
    headers = { ...headers, ...limitHeaders(await rateLimits.take('api', tenant.id, who)) }
    if (rules.access !== 'anyone' && scope.actor.kind !== 'account') throw new AppError('unauthenticated')
    const ctx = admit(scope, rules.access, args.request)
    const params = parseParams(rules.params, args.params)
    const url = new URL(args.request.url)
    const search = rules.search?.safeParse(Object.fromEntries(url.searchParams))
    if (search && !search.success) return invalidQuery(search.error)
    const result = await work({ ctx, params, search: search?.data, scope, url } as ApiDoor<A, z.output<P>, z.output<S>>)
    return Response.json(result, { headers })
  } catch (caught) {
    const error = named(caught)
    if (!(error instanceof AppError)) throw error
    return Response.json(
      { error: refusalBody(error, locale, requestId) },
      { status: error.status, headers: { ...headers, ...refusalHeaders(error) } },
    )
  }

  function invalidQuery(error: z.ZodError): Response {
    const body: RefusalBody = { ...refusalBody(new AppError('invalid'), locale, requestId), fields: issueTexts(locale, error.issues) }
    return Response.json({ error: body }, { status: 422, headers })
  }
}

const limitHeaders = ({ limit, remaining, resetMs }: LimitState): Record<string, string> => ({
  'RateLimit-Limit': String(limit),
  'RateLimit-Remaining': String(Math.max(0, remaining)),
  'RateLimit-Reset': String(Math.ceil(resetMs / 1000)),
})
