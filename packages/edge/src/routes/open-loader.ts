import type { LoaderFunctionArgs } from '@remix-run/node'
import { AppError, notFound } from '@residency/domain/errors'
import type { z } from 'zod'
import { type Scope, scopeOf } from '../scope/index.ts'
import { type Access, admit, type ContextFor, signIn } from './access.ts'
import { named, thrown } from './refusal.ts'

interface LoaderRules<A extends Access, P extends z.ZodType, S extends z.ZodType> {
  access: A
  /** This loader gives what surrounds refusals too (root, frame): nothing is refused here, so it may show nothing that could be. */
  isFrame?: boolean
  /** Parts of the path. What does not fit leads nowhere: 404. */
  params?: P
  /** The query. Give its fields a `.catch()`: a query that somebody typed wrong is no error. */
  search?: S
}

export interface LoaderDoor<A extends Access, P, S> {
  ctx: ContextFor<A>
  params: P
  search: S
  scope: Scope
  request: Request
  url: URL
}

/**
 * The one way a loader gets in: access, then zod, then the work, with every refusal turned into its page.
 * Write `export async function loader(args: LoaderFunctionArgs) { return openLoader(args, { access: 'anyone' }, …) }`.
 */
export async function openLoader<A extends Access, T, P extends z.ZodType = z.ZodType<unknown>, S extends z.ZodType = z.ZodType<unknown>>(
  args: LoaderFunctionArgs,
  rules: LoaderRules<A, P, S>,
  work: (door: LoaderDoor<A, z.output<P>, z.output<S>>) => Promise<T> | T,
): Promise<T> {
  const scope = scopeOf(args.context)
  const url = new URL(args.request.url)
  try {
    const ctx = rules.isFrame && rules.access === 'anyone' ? (scope.context as ContextFor<A>) : admit(scope, rules.access, args.request)
    const params = parseParams(rules.params, args.params)
    const search = rules.search?.parse(Object.fromEntries(url.searchParams))
    return await work({ ctx, params, search, scope, request: args.request, url } as LoaderDoor<A, z.output<P>, z.output<S>>)
  } catch (caught) {
    const error = named(caught)
    if (error instanceof AppError && error.code === 'unauthenticated') throw signIn(scope, args.request)
    if (error instanceof AppError) throw thrown(error, scope.facts.locale, scope.facts.requestId)
    throw error
  }
}

export function parseParams(schema: z.ZodType | undefined, unverifiedParams: unknown): unknown {
  if (!schema) return unverifiedParams
  const parsed = schema.safeParse(unverifiedParams)
  if (!parsed.success) throw notFound()
  return parsed.data
}
