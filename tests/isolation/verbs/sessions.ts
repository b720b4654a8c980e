import * as sessions from '@residency/domain/sessions'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: sessions,
  attacks: [
    attack('endSession', 'kept', (ctx, a) => sessions.endSession(ctx, { sessionId: a.members.owner.actor.sessionId })),
    attack('knownBrowserOf', 'own', async (ctx, a) => {
      const browser = { ...ctx, unverifiedBrowser: a.tokens.knownBrowser }
      return sessions.knownBrowserOf(browser, a.members.owner.actor.email) === null ? null : a.canary
    }),
    attack('listSessions', 'own', (ctx) => sessions.listSessions(ctx)),
    attack('validateSession', 'own', (ctx, a) => sessions.validateSession(ctx.ref, a.members.owner.token)),
  ],
  without: [
    'isSessionOpen',
    'endAllSessions',
    'endSessionsOf',
    'openSession',
    'rotateSession',
    'rotateSessions',
    'sweepSessions',
    'describeDevice',
    'describePlace',
    'regionFromAcceptLanguage',
  ],
}
