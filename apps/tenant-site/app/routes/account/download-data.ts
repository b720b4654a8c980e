import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { AppError } from '@residency/domain/errors'
import { exportMyData } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { z } from 'zod'
import { passwordAgain } from './fields.ts'
import { accountHref } from './passing.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'signed-in' }, ({ scope }) => {
    throw redirect(accountHref(scope, '/account/privacy'), 303)
  })

/** The signed-in person's data as a file. This address has no page of its own, so a refusal goes back to the one with the form. */
export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'signed-in', form: z.object({ password: passwordAgain }) }, async ({ ctx, form, scope }) => {
    const exported = await exportMyData(ctx, form).catch((error: unknown) => {
      if (error instanceof AppError && error.code !== 'unauthenticated')
        throw redirect(`${accountHref(scope, '/account/privacy')}?refused=${error.code}#data`, 303)
      throw error
    })
    const day = ctx.now().toISOString().slice(0, 10)
    return new Response(JSON.stringify(exported, null, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="my-data-${day}.json"`,
        'Cache-Control': 'no-store',
      },
    })
  })
