import type { TenantRef } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { endSession, isSessionOpen } from '@residency/domain/sessions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../../../domain/src/testing/index.ts'
import { eventStream } from './event-stream.ts'

let database: TestDatabase
let alpha: TenantRef

beforeAll(async () => {
  database = await createTestDatabase()
  alpha = await database.createTenant('alpha')
})
afterAll(() => database.drop())

type Say = (event: unknown) => void

/** A line as a browser would have it: what was heard on it so far, and whether it has ended. */
function lineOf(listener: string, mayStay: () => Promise<boolean>) {
  const gone = new AbortController()
  const state = { heard: '', ended: false, unfollowed: 0 }
  let say: Say = () => undefined
  const request = new Request('http://alpha.localhost/listening/events', { signal: gone.signal })
  const open = (given: Say) => {
    say = given
    return () => {
      state.unfollowed += 1
    }
  }
  const response = eventStream({ request, listener, mayStay, open })
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) state.heard += decoder.decode(chunk)
    state.ended = true
  }
  const done = read().catch(() => undefined)
  return { state, done, say: (event: unknown) => say(event), leave: () => gone.abort() }
}

describe('a line of events', () => {
  it('ends with the session it was opened with: nothing is heard after signing out', async () => {
    const fan = await signedIn(alpha)
    const line = lineOf('alpha/fan', () => isSessionOpen(fan))
    line.say({ at: 'before' })
    await expect.poll(() => line.state.heard).toContain('before')
    await endSession(fan, { sessionId: fan.actor.sessionId })
    line.say({ at: 'after' })
    await line.done
    expect(line.state).toMatchObject({ ended: true, unfollowed: 1 })
    expect(line.state.heard).not.toContain('after')
  })

  it('ends when nobody can say whether the session is still open', async () => {
    const line = lineOf('alpha/other', () => Promise.reject(new Error('no database')))
    line.say({ at: 'unknown' })
    await line.done
    expect(line.state.heard).not.toContain('unknown')
  })

  it('is one of a few that a listener may have, and leaving makes room', async () => {
    const mayStay = () => Promise.resolve(true)
    const lines = Array.from({ length: 20 }, () => lineOf('alpha/many', mayStay))
    expect(() => lineOf('alpha/many', mayStay)).toThrow()
    lines[0]?.leave()
    lineOf('alpha/many', mayStay).leave()
    lineOf('beta/many', mayStay).leave()
    for (const line of lines) line.leave()
  })
})
