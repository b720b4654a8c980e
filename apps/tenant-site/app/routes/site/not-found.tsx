import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '@residency/domain/errors'
import { openAction, openLoader } from '@residency/edge/routes'

/** Whatever no other route knows: the 404 in the site's own look. */
export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async () => {
    throw notFound()
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone' }, async () => {
    throw notFound()
  })

export default function NotFound() {
  return null
}
