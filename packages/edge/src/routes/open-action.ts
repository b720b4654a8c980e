import { type ActionFunctionArgs, data } from '@remix-run/node'
import { AppError, type ErrorCode } from '@residency/domain/errors'
import { errorText } from '@residency/i18n/server'
import type { z } from 'zod'
import { type Scope, scopeOf } from '../scope/index.ts'
import { type Access, admit, type ContextFor, signIn } from './access.ts'
import { type FormValues, formValues, shownValues } from './form-values.ts'
import { issueTexts } from './issue-text.ts'
import { parseParams } from './open-loader.ts'
import { named, refusalBody, refusalHeaders, thrown } from './refusal.ts'

/** Why a form came back. `values` fills it again, so that nobody types twice where there are no scripts. */
export interface Problem {
  code: ErrorCode
  message: string
  fields: Record<string, string>
  values: Record<string, string>
  requestId: string
}

interface ActionRules<A extends Access, F extends z.ZodType, P extends z.ZodType> {
  access: A
  params?: P
  /** The form, as an object: a name sent twice is a list, files are Files. */
  form?: F
}

export interface ActionDoor<A extends Access, F, P> {
  ctx: ContextFor<A>
  form: F
  params: P
  scope: Scope
  request: Request
}

/** Refusals that belong beside the form; the others are pages of their own. */
const besideTheForm = new Set<ErrorCode>(['invalid', 'conflict', 'too_many', 'gone', 'too_large', 'unsupported', 'unavailable'])

/**
 * The one way an action gets in: access, then zod, then the work. What the person can put right comes back as `{ problem }` with its status
 * and words in their language; the rest becomes a page. The request's Origin was checked before (server/guard.ts).
 */
export async function openAction<
  A extends Access,
  T,
  F extends z.ZodType = z.ZodType<FormValues>,
  P extends z.ZodType = z.ZodType<unknown>,
>(args: ActionFunctionArgs, rules: ActionRules<A, F, P>, work: (door: ActionDoor<A, z.output<F>, z.output<P>>) => Promise<T> | T) {
  const scope = scopeOf(args.context)
  const { locale, requestId } = scope.facts
  let values: FormValues = {}
  try {
    const ctx = admit(scope, rules.access, args.request)
    const params = parseParams(rules.params, args.params)
    values = formValues(await args.request.formData())
    const form = rules.form?.safeParse(values) ?? { success: true as const, data: values }
    if (!form.success) {
      const fields = issueTexts(locale, form.error.issues)
      return data({ problem: problem('invalid', fields[''] ?? errorText(locale, 'invalid'), fields) }, { status: 422 })
    }
    return await work({ ctx, params, form: form.data, scope, request: args.request } as ActionDoor<A, z.output<F>, z.output<P>>)
  } catch (caught) {
    const error = named(caught)
    if (!(error instanceof AppError)) throw error
    if (error.code === 'unauthenticated') throw signIn(scope, args.request)
    if (!besideTheForm.has(error.code)) throw thrown(error, locale, requestId)
    const { code, message, fields } = refusalBody(error, locale, requestId)
    return data({ problem: problem(code, message, fields) }, { status: error.status, headers: refusalHeaders(error) })
  }

  function problem(code: ErrorCode, message: string, fields: Record<string, string>): Problem {
    return { code, message, fields, values: shownValues(values), requestId }
  }
}
