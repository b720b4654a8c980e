import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, ask } from '../support/ask.ts'
import { foreignCalls, foreignForms, foreignPaths, mustBeAbsent } from './probe-requests.ts'
import { type Planted, roles } from './world.ts'

interface Wanted {
  method: string
  path: string
  /** What the request carries besides the cookie. */
  headers: Record<string, string>
  body?: string
  /** Whether an answer of this status would mean that the door was open. */
  open(status: number): boolean
}

export interface RequestTally {
  /** Probes that were answered, or hung up in the middle by us. */
  tried: number
  failed: number
  /** Answers of a door that was full for the moment: asked again until it opened, or counted as failed. */
  turnedAway: number
}

/** More at once only fill the line that each tenant waits in, behind itself. */
const atOnce = 6
const patienceMs = 120_000

/** Every path, form and call with A's ids in it, as B's site gets them. */
function requests(a: Planted, host: string): Wanted[] {
  const origin = `http://${host}`
  return [
    ...foreignPaths(a).map((path) => ({
      method: 'GET',
      path,
      headers: {},
      open: (status: number) => mustBeAbsent(path) && status === 200,
    })),
    ...foreignForms(a).map(([path, fields]) => ({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
      body: new URLSearchParams(fields).toString(),
      // A form that is done leads on (302), and so does one that leads to the way in: what moved shows in A's fingerprint.
      open: (status: number) => status === 201 || status === 204,
    })),
    ...foreignCalls(a).map(([method, path, body]) => ({
      method,
      path,
      headers: { 'content-type': 'application/json', origin },
      // A body that Node sends with DELETE has no length of its own accord.
      ...(method === 'DELETE' ? {} : { body: JSON.stringify(body) }),
      open: (status: number) => status < 400,
    })),
  ]
}

/** Requests to the running site as everybody in turn, with A's ids; a tenth of them hung up in the middle. `fail` is told what went wrong. */
export async function sweepRequests(
  port: number,
  a: Planted,
  b: Planted,
  most: number,
  report: { say(line: string): void; fail(what: string): void },
): Promise<RequestTally> {
  const host = `${b.ref.slug}.localhost:${port}`
  const wanted = requests(a, host)
  const tokens = [undefined, ...roles.map((role) => b.members[role].token), a.members.owner.token]
  const tally: RequestTally = { tried: 0, failed: 0, turnedAway: 0 }
  const fail = (what: string): void => {
    tally.failed += 1
    report.fail(what)
  }

  /** Asks until the door isn't full. */
  async function answerTo(
    { method, path, headers, body }: Wanted,
    token: string | undefined,
    abortAfterMs?: number,
  ): Promise<Answer | null> {
    const until = Date.now() + patienceMs
    for (;;) {
      const answer = await ask(port, path, {
        host,
        method,
        abortAfterMs,
        headers: { ...headers, ...(token ? { cookie: `__Host-session=${token}` } : {}) },
        ...(body === undefined ? {} : { body }),
      })
      if (answer?.status !== 503) return answer
      tally.turnedAway += 1
      if (Date.now() > until) throw new Error(`still turned away after ${patienceMs / 1000} s`)
      await pause(200)
    }
  }

  let next = 0
  let said = Date.now()
  const worker = async (): Promise<void> => {
    while (next < most) {
      const at = next
      next += 1
      const token = tokens[at % tokens.length]
      const one = wanted[Math.floor(at / tokens.length) % wanted.length]
      if (!one) return
      try {
        const answer = await answerTo(one, token, at % 10 === 9 ? at % 13 : undefined)
        tally.tried += 1
        if (answer?.body.includes(a.secret)) fail(`${one.path} (${answer.status}) shows another tenant's words`)
        if (answer && answer.status >= 500) fail(`${one.path} answered ${answer.status}`)
        // A's own owner is nobody at B's door, so it must not open to them either.
        if (answer && one.open(answer.status)) fail(`${one.method} ${one.path} was let in (${answer.status})`)
      } catch (error) {
        fail(`${one.method} ${one.path}: ${String(error)}`)
      }
      if (Date.now() - said > 10_000) {
        said = Date.now()
        report.say(`  ${tally.tried} of ${most}`)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return tally
}
