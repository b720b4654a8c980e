import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endOperatorSession } from '@residency/domain/operators'
import { openDoor } from '../doors.ts'
import { endedOperatorCookie } from '../operator-cookie.ts'

export const action = async (args: ActionFunctionArgs) => {
  const { platform, session } = openDoor(args, 'half')
  await endOperatorSession(session)
  platform.cookies.push(endedOperatorCookie())
  throw redirect('/console/sign-in')
}
