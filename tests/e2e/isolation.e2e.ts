import { tenantRef } from '@residency/db'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprint } from '../isolation/fingerprint.ts'
import { foreignCalls, foreignForms, foreignPaths, mustBeAbsent } from '../isolation/probe-requests.ts'
import { type Planted, plant, roles } from '../isolation/world.ts'
import { ask } from '../support/ask.ts'

const port = Number(process.env.PUBLIC_PORT)
let owner: pg.Client
let a: Planted
let b: Planted
const asOwner = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL })
  await owner.connect()
  const make = async (slug: string) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into tenant (slug, name, status) values ($1::citext, $1::text, 'active') returning id`,
      [slug],
    )
    return Object.freeze({ ...tenantRef('cli', rows[0]?.id ?? ''), slug })
  }
  const mark = Date.now().toString(36)
  a = await plant(await make(`walk-a-${mark}`))
  b = await plant(await make(`walk-b-${mark}`))
})
afterAll(() => owner.end())

const host = (tenant: Planted): string => `${tenant.ref.slug}.localhost:${port}`
const cookie = (token: string | null): Record<string, string> => (token ? { cookie: `__Host-session=${token}` } : {})

/** Paths of routes with a part of their own, from the built app: `studio/pages/:pageId`. */
async function routesWithParams(): Promise<string[]> {
  const build = (await import(new URL('../../apps/tenant-site/build/server/index.js', import.meta.url).href)) as {
    routes: Record<string, { path?: string; parentId?: string } | undefined>
  }
  const whole = (id: string | undefined): string => {
    const route = id ? build.routes[id] : undefined
    return route ? [whole(route.parentId), route.path ?? ''].filter(Boolean).join('/') : ''
  }
  return Object.keys(build.routes)
    .map(whole)
    .filter((path) => path.includes(':'))
}

describe('every route, as tenant B holding A’s ids', () => {
  it('is walked: no route with a parameter is missing here', async () => {
    const sent = [...foreignForms(a).map(([path]) => path), ...foreignCalls(a).map(([, path]) => path)]
    const walked = [...foreignPaths(a), ...sent].map((path) => path.split('?')[0] ?? '')
    // A language's copies are the same route; account links are walked as verbs, with the same tokens; check-mail's parameter is a word of the page.
    const routes = (await routesWithParams()).filter(
      (path) => !/^(en|es|pt|fr)\//.test(path) && !/account|invitation|sign|verify|reset|magic|confirm|check-mail/.test(path),
    )
    const missing = routes.filter((route) => {
      const pattern = new RegExp(`^/${route.replace(/:\w+\??/g, '[^/]+').replace(/\*$/, '.*')}$`)
      return !walked.some((path) => pattern.test(path))
    })
    expect(missing).toEqual([])
  })

  it.each(['anonymous', ...roles] as const)('as %s: 404 or refused, nothing of A shown, A unchanged', async (role) => {
    const before = await fingerprint(asOwner, a.ref.tenantId)
    const token = role === 'anonymous' ? null : b.members[role].token
    for (const path of foreignPaths(a)) {
      const answer = await ask(port, path, { host: host(b), headers: cookie(token) })
      expect(answer?.body, path).not.toContain(a.secret)
      expect(answer?.status, path).toBeLessThan(500)
      if (mustBeAbsent(path))
        // What is behind the door refuses before anything is looked up: pages lead to the way in (302), scripts' own paths say 401.
        expect(/^\/(studio|downloads)\//.test(path) ? [302, 401, 403, 404] : [404], `${path}: ${answer?.status}`).toContain(answer?.status)
    }
    for (const [path, fields] of foreignForms(a)) {
      const answer = await ask(port, path, {
        host: host(b),
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { ...cookie(token), 'content-type': 'application/x-www-form-urlencoded', origin: `http://${host(b)}` },
      })
      expect(answer?.body, path).not.toContain(a.secret)
      expect([302, 401, 403, 404, 409, 422], `${path} ${fields.intent ?? ''}: ${answer?.status}`).toContain(answer?.status)
    }
    for (const [method, path, body] of foreignCalls(a)) {
      const answer = await ask(port, path, {
        host: host(b),
        method,
        // A body that Node sends with DELETE has no length of its own accord.
        ...(method === 'DELETE' ? {} : { body: JSON.stringify(body) }),
        headers: { ...cookie(token), 'content-type': 'application/json', origin: `http://${host(b)}` },
      })
      expect(answer?.body, path).not.toContain(a.secret)
      expect([401, 403, 404], `${method} ${path}: ${answer?.status}`).toContain(answer?.status)
    }
    expect(await fingerprint(asOwner, a.ref.tenantId)).toBe(before)
  })

  it('as B’s owner, each thing by A’s id is exactly 404', async () => {
    for (const path of foreignPaths(a).filter(mustBeAbsent)) {
      expect((await ask(port, path, { host: host(b), headers: cookie(b.members.owner.token) }))?.status, path).toBe(404)
    }
  })

  it('A’s session opens nothing at B', async () => {
    const answer = await ask(port, '/studio', { host: host(b), headers: cookie(a.members.owner.token) })
    expect(answer?.status).toBe(302)
  })
})

it('interleaved requests of both, a tenth of them hung up, never show one the other’s words', async () => {
  const wrong: string[] = []
  let next = 0
  const worker = async () => {
    while (next < 600) {
      const at = next++
      const [mine, other] = at % 2 === 0 ? [a, b] : [b, a]
      const role = roles[at % roles.length] ?? 'fan'
      const path = ['/', '/mixes', `/mixes/${mine.slugs.mix}`, `/pages/${mine.slugs.page}`, '/account', '/studio'][at % 6] ?? '/'
      const answer = await ask(port, path, {
        host: host(mine),
        headers: cookie(at % 3 === 0 ? null : mine.members[role].token),
        ...(at % 10 === 9 ? { abortAfterMs: at % 17 } : {}),
      })
      if (answer && (answer.body.includes(other.secret) || answer.body.includes(other.canary))) wrong.push(`${mine.ref.slug}${path}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  expect(wrong).toEqual([])
})
