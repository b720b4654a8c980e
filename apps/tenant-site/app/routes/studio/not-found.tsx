import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '@residency/domain/errors'
import { openAction, openLoader } from '@residency/edge/routes'

/** An address of the studio that nothing stands at. */
export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'studio.view' }, async () => {
    throw notFound()
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'studio.view' }, async () => {
    throw notFound()
  })

export default function NotFound() {
  return null
}
