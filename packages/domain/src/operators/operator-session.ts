import type { Locale, Logger } from '@residency/config'
import type { PlatformDb } from '@residency/db/platform'
import type { OperatorContext } from '../context/index.ts'
import { AppError, unauthenticated } from '../errors/index.ts'
import { hashToken, randomToken } from '../secrets/index.ts'

/** A working day: an operator's session is never renewed by use. */
export const operatorSessionSeconds = 12 * 60 * 60

export interface OperatorSessionFacts {
  operatorId: string
  name: string
  email: string
  sessionId: string
  /** No second factor is set up yet: setting one up is all this session may do. */
  mustEnrol: boolean
  /** The second factor was given in this session. Without it nothing is shown. */
  isComplete: boolean
}

/** What comes with every request of an operator, before anybody is known. */
export interface OperatorRequest {
  requestId: string
  ipPrefix: string | null
  userAgent: string | null
  /** Of the browser that asks. */
  locale: Locale
  now: () => Date
  log: Logger
}

export async function openOperatorSession(db: PlatformDb, request: OperatorRequest, operatorId: string): Promise<string> {
  const token = randomToken()
  const now = request.now()
  await db.operatorSession.create({
    data: {
      id: hashToken(token),
      operatorId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + operatorSessionSeconds * 1000),
      userAgent: request.userAgent?.slice(0, 400) ?? null,
      ipPrefix: request.ipPrefix,
    },
  })
  return token
}

/** The context of an operator whose session is complete. Throws `unauthenticated`. `reason` stands in the audit row of what follows. */
export function operatorContext(session: OperatorSessionFacts | null, request: OperatorRequest, reason: string): OperatorContext {
  if (!session?.isComplete) throw unauthenticated()
  const { operatorId, name, sessionId } = session
  const { requestId, now, log } = request
  return { operatorId, name, sessionId, requestId, reason, now, log }
}

export const refused = (): AppError => new AppError('invalid', { messageKey: 'account.signInFailedOrRests' })
