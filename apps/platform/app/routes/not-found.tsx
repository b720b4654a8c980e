import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { openDoor } from '../doors.ts'

export const loader = (args: LoaderFunctionArgs) => {
  openDoor(args, 'anyone')
  throw new Response(null, { status: 404 })
}
export const action = (args: ActionFunctionArgs) => {
  openDoor(args, 'anyone')
  throw new Response(null, { status: 404 })
}

export default function NotFound() {
  return null
}
