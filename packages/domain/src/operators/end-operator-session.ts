import { withPlatform } from '@residency/db/platform'
import type { OperatorSessionFacts } from './operator-session.ts'

/** Signs out here. */
export async function endOperatorSession(session: OperatorSessionFacts): Promise<void> {
  await withPlatform((db) => db.operatorSession.deleteMany({ where: { id: session.sessionId } }))
}
