import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { OperatorContext } from '@residency/domain/context'
import { AppError } from '@residency/domain/errors'
import { type OperatorSessionFacts, operatorContext } from '@residency/domain/operators'
import { isUnavailable } from '@residency/edge/routes'
import { errorText } from '@residency/i18n/server'
import type { z } from 'zod'
import type { FormProblem } from './form-problem.ts'
import { type PlatformRequest, platformOf } from './platform-request.ts'

/** `anyone`; `half`: the password was given, the second factor not yet; `operator`: both. Every loader and action says which. */
export type Door = 'anyone' | 'half' | 'operator'

export interface Opened {
  platform: PlatformRequest
  session: OperatorSessionFacts
  ctx: OperatorContext
}

/** The one way in on the platform. Nothing is looked up for who may not come in. */
export function openDoor(args: LoaderFunctionArgs | ActionFunctionArgs, door: 'anyone'): { platform: PlatformRequest }
export function openDoor(args: LoaderFunctionArgs | ActionFunctionArgs, door: 'half'): Omit<Opened, 'ctx'>
export function openDoor(args: LoaderFunctionArgs | ActionFunctionArgs, door: 'operator', reason: string): Opened
export function openDoor(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  door: Door,
  reason = '',
): { platform: PlatformRequest } | Omit<Opened, 'ctx'> | Opened {
  const platform = platformOf(args.context)
  if (door === 'anyone') return { platform }
  const { session } = platform
  if (!session) throw redirect('/console/sign-in')
  if (door === 'half') return { platform, session }
  if (!session.isComplete) throw redirect('/console/second-factor')
  return { platform, session, ctx: operatorContext(session, platform.request, reason) }
}

/** Checks a form and does the work; what the person can put right comes back with words. */
export async function withForm<F extends z.ZodType, T>(args: ActionFunctionArgs, schema: F, work: (form: z.output<F>) => Promise<T>) {
  const { locale } = platformOf(args.context)
  const values = Object.fromEntries([...(await args.request.formData())].map(([name, value]) => [name, String(value)]))
  const shown = Object.fromEntries(Object.entries(values).filter(([name]) => !/pass|code/i.test(name)))
  const parsed = schema.safeParse(values)
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), errorText(locale, 'field.required')]))
    return data({ problem: { message: errorText(locale, 'invalid'), fields, values: shown } satisfies FormProblem }, { status: 422 })
  }
  try {
    return await work(parsed.data)
  } catch (caught) {
    // What was typed is kept: the same form may go through in a moment.
    const error = isUnavailable(caught) ? new AppError('unavailable') : caught
    if (!(error instanceof AppError)) throw error
    const message = errorText(locale, error.messageKey, error.detail.params)
    const fields = Object.fromEntries(Object.entries(error.detail.fields ?? {}).map(([field, key]) => [field, errorText(locale, key)]))
    return data({ problem: { message, fields, values: shown } satisfies FormProblem }, { status: error.status })
  }
}
