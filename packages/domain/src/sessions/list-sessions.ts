import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'
import { type Device, describeDevice } from './describe-device.ts'
import { describePlace, type Place } from './describe-place.ts'
import { sessionsOf } from './lucia.ts'

export interface SessionView {
  id: string
  current: boolean
  device: Device
  place: Place
  createdAt: Date
  lastSeenAt: Date
}

/** The signed-in person's open sessions: this one first, then the latest seen. Throws `unauthenticated`. */
export async function listSessions(ctx: TenantContext): Promise<SessionView[]> {
  const { ref, actor } = requireAccount(ctx)
  const sessions = await sessionsOf(ref).getUserSessions(actor.accountId)
  const views = sessions.map((session) => ({
    id: session.id,
    current: session.id === actor.sessionId,
    device: describeDevice(session.userAgent),
    place: describePlace(session.ipPrefix, session.place),
    createdAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
  }))
  return views.sort((a, b) => Number(b.current) - Number(a.current))
}
