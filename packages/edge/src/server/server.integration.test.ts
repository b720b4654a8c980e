import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { defaultBrand } from '@residency/brand'
import { limits } from '@residency/config'
import { raiseRevision, type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { hashToken, randomToken } from '@residency/domain/secrets'
import { decode } from 'turbo-stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveTestSite, type TestAnswer, type TestSite } from '../testing/serve-test-site.ts'

let database: TestDatabase
let alpha: TenantRef
let beta: TenantRef
let site: TestSite
let failing = false
let token = ''

const scriptOf = (tenant: string) => `start(${JSON.stringify(tenant)})`

/** A page that says whose it is, for whom, and how often pages were made. */
const page: Parameters<typeof serveTestSite>[0] = async (request, { scope }) => {
  const { tenant, nonce, locale, isPaused, visitor } = scope.facts
  const { pathname } = new URL(request.url)
  if (failing) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  if (isPaused) return new Response('paused', { status: 503, headers: { 'content-type': 'text/html' } })
  if (pathname === '/private') scope.setCookie('a=b')
  if (pathname === '/post') return new Response(await request.text())
  if (pathname === '/origin')
    return Response.json({ url: request.url, host: request.headers.get('host'), forwarded: request.headers.get('x-forwarded-host') })
  const who = scope.actor.kind === 'account' ? scope.actor.name : 'nobody'
  const filler = 'words '.repeat(400)
  const html = `<html lang="${locale}" data-mode="${visitor.mode ?? ''}"><title>${tenant.name}</title><p>${who} ${filler}</p><script nonce="${nonce}">${scriptOf(tenant.slug)}</script><script>alert(1)</script></html>`
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

async function brand(ref: TenantRef, name: string): Promise<void> {
  await withTenant(ref, (db) => db.brand.create({ data: { published: defaultBrand('daylight', name) } }))
}

beforeAll(async () => {
  database = await createTestDatabase()
  alpha = await database.createTenant('alpha', { name: 'Alpha' })
  beta = await database.createTenant('beta', { name: 'Beta', locale: 'es' })
  await brand(alpha, 'Alpha')
  await brand(beta, 'Beta')
  token = randomToken()
  await withTenant(alpha, async (db) => {
    const account = await db.account.create({ data: { email: 'fan@fan.example', name: 'Fan of Alpha', emailVerifiedAt: new Date() } })
    await db.session.create({ data: { id: hashToken(token), accountId: account.id, expiresAt: new Date(Date.now() + 86_400_000) } })
  })
  site = await serveTestSite(page)
})
afterAll(async () => {
  await site.close()
  await database.drop()
})

const cookie = (text: string) => ({ headers: { cookie: text } })

describe('a shared page', () => {
  it('is made once, then comes from memory, the same bytes in every encoding', async () => {
    const plain = await site.ask('/mixes')
    const before = site.rendered()
    const zipped = await site.ask('/mixes', { headers: { 'accept-encoding': 'gzip' } })
    expect(site.rendered()).toBe(before)
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).toString()).toBe(plain.text)
    expect(plain.text).toContain('<title>Alpha</title>')
    expect(plain.headers['set-cookie']).toBeUndefined()
    expect(plain.headers.vary).toContain('Cookie')
  })

  it('has a policy of hashes: our script may run, one that got in otherwise may not', async () => {
    const { headers, text } = await site.ask('/mixes')
    const hash = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash(scriptOf('alpha'))};`)
    expect(policy).not.toContain(hash('alert(1)'))
    expect(policy).not.toContain('nonce-')
    expect(text).not.toContain('nonce=')
  })

  it('is a 304 for whoever has it, with the same policy', async () => {
    const first = await site.ask('/mixes')
    const second = await site.ask('/mixes', { headers: { 'if-none-match': String(first.headers.etag) } })
    expect([second.status, second.body.length]).toEqual([304, 0])
    expect(second.headers.etag).toBe(first.headers.etag)
    expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
    expect((await site.ask('/mixes', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  it('is one for each mode, and the same however one came', async () => {
    expect((await site.ask('/mixes', cookie('__Host-mode=dark'))).text).toContain('data-mode="dark"')
    expect((await site.ask('/mixes')).text).toContain('data-mode=""')
    const before = site.rendered()
    await site.ask('/mixes?utm_source=post')
    expect(site.rendered()).toBe(before)
    await site.ask('/mixes?q=anything')
    expect(site.rendered()).toBe(before + 1)
  })

  it('is never another tenant’s', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => site.ask('/mixes', { host: index % 2 ? 'alpha.localhost' : 'beta.localhost' })),
    )
    for (const [index, { text }] of answers.entries()) expect(text).toContain(index % 2 ? '<title>Alpha' : '<title>Beta')
  })

  it('shows a change within a second', async () => {
    await site.ask('/mixes')
    await database.asOwner("update brand set published = jsonb_set(published, '{name}', '\"Alpha the second\"') where tenant_id = $1", [
      alpha.tenantId,
    ])
    await withTenant(alpha, raiseRevision)
    const rendered = site.rendered()
    const made = async () => {
      await site.ask('/mixes')
      return site.rendered()
    }
    await expect.poll(made, { timeout: 1_000 }).toBeGreaterThan(rendered)
  })

  it('is shown as last known when the app can’t make it, and a plain page when there is none', async () => {
    await site.ask('/mixes')
    await withTenant(alpha, raiseRevision)
    failing = true
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await site.ask('/mixes')).status).toBe(200)
    const none = await site.ask('/broken')
    failing = false
    expect(none.status).toBe(503)
    expect(none.headers['retry-after']).toBe('5')
    expect(none.text).toContain('Alpha')
    expect(none.headers['cache-control']).toBe('no-store')
  })
})

describe('what can’t be made now', () => {
  /** As @remix-run/react reads it (single-fetch.js): marked values become what their names say. */
  const redirectSlot = Symbol('SingleFetchRedirect')
  async function decoded(body: Buffer): Promise<Record<string | symbol, unknown>> {
    const plugin = (type: string, ...rest: unknown[]) => {
      if (type === 'ErrorResponse') return { value: { data: rest[0], status: rest[1] } }
      return type === 'SingleFetchRedirect' ? { value: { [redirectSlot]: rest[0] } } : undefined
    }
    const stream = new Response(new Uint8Array(body)).body as ReadableStream<Uint8Array>
    return (await decode(stream, { plugins: [plugin as never] })).value as Record<string | symbol, unknown>
  }
  const whileFailing = async (work: () => Promise<TestAnswer>): Promise<TestAnswer> => {
    failing = true
    return work().finally(() => {
      failing = false
    })
  }

  it('is said to a page’s script in a form that it reads, for whatever routes the page has', async () => {
    const answer = await whileFailing(() => site.ask('/es/never.data'))
    expect(answer.status).toBe(503)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/x-script; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '2',
    })
    const told = await decoded(answer.body)
    const { data } = (told[redirectSlot] as { error: { data: { message: string } } }).error
    expect(told[redirectSlot]).toMatchObject({ error: { status: 503, data: { code: 'unavailable', requestId: expect.any(String) } } })
    const english = await whileFailing(() => site.ask('/never.data'))
    const other = (await decoded(english.body))[redirectSlot] as typeof told & { error: { data: { message: string } } }
    expect(other.error.data.message).not.toBe(data.message)
  })

  it('is said beside a form that was sent by scripts, so that what was typed stays', async () => {
    const headers = { origin: 'http://alpha.localhost' }
    const answer = await whileFailing(() => site.ask('/never.data', { method: 'POST', headers, body: 'x' }))
    expect([answer.status, await decoded(answer.body)]).toMatchObject([
      503,
      { data: { problem: { code: 'unavailable', fields: {}, values: {} } } },
    ])
    const large = await site.ask('/post.data', {
      method: 'POST',
      headers: { ...headers, 'content-length': '2000' },
      body: 'x'.repeat(2_000),
    })
    expect([large.status, await decoded(large.body)]).toMatchObject([413, { data: { problem: { code: 'too_large' } } }])
  })

  it.each([
    ['alpha.localhost', '/es/never', {}, 'es'],
    ['alpha.localhost', '/pt/never', { 'accept-language': 'fr' }, 'pt'],
    ['alpha.localhost', '/never', { 'accept-language': 'fr' }, 'en'],
    ['beta.localhost', '/never', { 'accept-language': 'fr' }, 'es'],
    ['alpha.localhost', '/studio', { 'accept-language': 'fr' }, 'fr'],
    ['alpha.localhost', '/studio', { 'accept-language': 'fr', cookie: '__Host-language=pt' }, 'pt'],
  ] as const)('is said at %s%s in the reader’s language', async (host, path, headers, language) => {
    const answer = await whileFailing(() => site.ask(path, { host, headers }))
    expect(answer.status).toBe(503)
    expect(answer.text).toContain(`<html lang="${language}">`)
  })

  it('names nobody in the visitor’s language where the host is nobody’s', async () => {
    for (const [path, headers, language] of [
      ['/', { 'accept-language': 'fr' }, 'fr'],
      ['/es/x', { 'accept-language': 'fr' }, 'es'],
    ] as const) {
      const answer = await site.ask(path, { host: 'nobody.localhost', headers })
      expect([answer.status, answer.text.includes(`lang="${language}"`)]).toEqual([404, true])
    }
  })
})

describe('somebody who is signed in', () => {
  it('gets pages of their own, with a nonce, in no cache', async () => {
    const { text, headers } = await site.ask('/mixes', cookie(`__Host-session=${token}`))
    expect(text).toContain('Fan of Alpha')
    const [, nonce] = /nonce="([^"]+)"/.exec(text) ?? []
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(headers['cache-control']).toBe('private, no-store')
    expect((await site.ask('/mixes')).text).toContain('nobody')
  })

  it('is nobody at another tenant, and the cookie is taken back', async () => {
    const { text, headers } = await site.ask('/mixes', { host: 'beta.localhost', ...cookie(`__Host-session=${token}`) })
    expect(text).toContain('nobody')
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-session=; .*Max-Age=0/)
    // Otherwise a cache could end other people's sessions with it.
    expect([headers['cache-control'], headers.etag]).toEqual(['private, no-store', undefined])
  })
})

describe('a cookie that is nobody’s', () => {
  it('goes with the next page of one’s own, unless that brings a new one', async () => {
    expect((await site.ask('/plain', cookie('__Host-session=x'))).headers['set-cookie']?.[0]).toMatch(/^__Host-session=; /)
    expect((await site.ask('/private', cookie('__Host-session=x'))).headers['set-cookie']).toEqual(['a=b'])
  })
})

describe('hosts', () => {
  it.each(['nobody.localhost', '127.0.0.1', 'localhost', 'alpha.localhost.evil.example', 'alpha.localhost, beta.localhost', ''])(
    '%j gets the neutral page, which names nobody',
    async (host) => {
      const { status, text, headers } = await site.ask('/', { host })
      expect(status).toBe(404)
      expect(text).not.toMatch(/alpha|beta|residency/i)
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it('named twice gets the neutral page', async () => {
    const { status } = await site.ask('/mixes', { rawHeaders: ['Host', 'alpha.localhost', 'Host', 'beta.localhost'] })
    expect([400, 404]).toContain(status)
  })

  it.each(['ALPHA.localhost', 'alpha.localhost.', 'alpha.localhost:1234'])('%s is alpha', async (host) => {
    expect((await site.ask('/mixes', { host })).text).toContain('<title>Alpha')
  })

  it('are not forged by a header', async () => {
    const forged = { 'x-forwarded-host': 'beta.localhost', 'x-forwarded-for': '10.0.0.1', forwarded: 'host=beta.localhost' }
    const { text } = await site.ask('/origin', { headers: forged })
    expect(JSON.parse(text)).toEqual({ url: 'http://alpha.localhost/origin', host: 'alpha.localhost', forwarded: null })
  })

  it.each(['http://beta.localhost/mixes', '//beta.localhost/mixes'])('are not forged by the target %s', async (target) => {
    expect((await site.ask(target)).status).toBe(400)
  })

  it('that are not the primary one lead there, with path and query', async () => {
    await database.asOwner("insert into host (hostname, tenant_id, state, is_primary) values ('beta.example', $1, 'certified', true)", [
      beta.tenantId,
    ])
    await expect
      .poll(async () => (await site.ask('/es/mixes?page=2', { host: 'beta.localhost' })).headers.location, { timeout: 2_000 })
      .toBe('http://beta.example/es/mixes?page=2')
    expect((await site.ask('/mixes', { host: 'beta.localhost' })).status).toBe(308)
    expect((await site.ask('/mixes', { host: 'beta.example' })).text).toContain('<title>Beta')
    await database.asOwner("delete from host where hostname = 'beta.example'")
    await expect.poll(async () => (await site.ask('/mixes', { host: 'beta.example' })).status, { timeout: 2_000 }).toBe(404)
  })
})

describe('languages', () => {
  it('stand in the path, the tenant’s own at the root', async () => {
    expect((await site.ask('/fr/mixes')).text).toContain('lang="fr"')
    expect(await site.ask('/en/mixes?page=2')).toMatchObject({ status: 308, headers: { location: 'http://alpha.localhost/mixes?page=2' } })
    expect((await site.ask('/mixes', { host: 'beta.localhost' })).text).toContain('lang="es"')
  })

  it('are negotiated at the bare root alone, once', async () => {
    const asks = { 'accept-language': 'fr-CA, en;q=0.5' }
    expect(await site.ask('/', { headers: asks })).toMatchObject({ status: 302, headers: { location: 'http://alpha.localhost/fr' } })
    expect((await site.ask('/mixes', { headers: asks })).status).toBe(200)
    expect((await site.ask('/', { headers: { ...asks, cookie: '__Host-language=en' } })).status).toBe(200)
    expect((await site.ask('/', { headers: { ...asks, 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
  })

  it('are remembered when somebody goes to one', async () => {
    const went = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'document' }
    await site.ask('/fr/mixes')
    expect((await site.ask('/fr/mixes', { headers: went })).headers).toMatchObject({
      'set-cookie': [expect.stringMatching(/^__Host-language=fr/)],
      'cache-control': 'private, no-store',
    })
    expect((await site.ask('/fr/mixes', { headers: { ...went, cookie: '__Host-language=fr' } })).headers['set-cookie']).toBeUndefined()
  })
})

describe('mutations', () => {
  const origin = 'http://alpha.localhost'
  const post = (headers: Record<string, string>, body = 'x') => site.ask('/post', { method: 'POST', headers, body })

  it('come from the site itself', async () => {
    expect(await post({ origin })).toMatchObject({ status: 200, text: 'x' })
    for (const headers of [
      {},
      { origin: 'http://beta.localhost' },
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: `${origin}:81` },
    ] as Record<string, string>[]) {
      expect((await post(headers)).status).toBe(403)
    }
  })

  it('or prove themselves otherwise', async () => {
    expect((await site.ask('/webhooks/x', { method: 'POST', body: '{}' })).status).toBe(200)
  })

  it('are no larger than allowed, whatever they claim', async () => {
    expect((await post({ origin, 'content-length': '2000' }, 'x'.repeat(2_000))).status).toBe(413)
    expect((await post({ origin, 'transfer-encoding': 'chunked' }, 'x'.repeat(2_000))).status).toBe(413)
  })

  it.each(['stay open', 'are hung up'])('whose bodies never end hold no place of anybody’s page: %s', async (how) => {
    const head = `POST /post HTTP/1.1\r\nHost: alpha.localhost\r\nOrigin: ${origin}\r\nContent-Length: 100\r\n\r\nhalf`
    const callers = await Promise.all(
      Array.from({ length: limits.rendersPerTenant * 3 }, async () => {
        const socket = connect(site.port, '127.0.0.1').on('error', () => undefined)
        await once(socket, 'connect')
        socket.write(head)
        return socket
      }),
    )
    if (how === 'are hung up') for (const socket of callers) socket.destroy()
    for (let time = 0; time <= limits.rendersPerTenant; time += 1) {
      expect((await site.ask('/private', cookie(`__Host-session=${token}`))).status).toBe(200)
      expect(await post({ origin })).toMatchObject({ status: 200, text: 'x' })
    }
    for (const socket of callers) socket.destroy()
  })

  it.each(['TRACE', 'OPTIONS', 'PROPFIND'])('%s is none', async (method) => expect((await site.ask('/', { method })).status).toBe(405))
})

describe('what a site is', () => {
  it('sets the cookies that were asked for, and shares nothing then', async () => {
    const { headers } = await site.ask('/private')
    expect(headers['set-cookie']).toEqual(['a=b'])
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('says its headers everywhere', async () => {
    for (const path of ['/mixes', '/private', '/favicon.ico']) {
      const { headers } = await site.ask(path)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-request-id']).toMatch(/^[\w-]+$/)
    }
  })

  it('shows nothing while it is suspended, but the way in', async () => {
    await database.asOwner("update tenant set status = 'suspended' where id = $1", [beta.tenantId])
    await expect.poll(async () => (await site.ask('/mixes', { host: 'beta.localhost' })).status, { timeout: 2_000 }).toBe(503)
    expect((await site.ask('/sign-in', { host: 'beta.localhost' })).status).toBe(200)
    expect((await site.ask('/mixes')).status).toBe(200)
  })

  it('is alive and ready, whatever the host', async () => {
    expect(await site.ask('/healthz', { host: 'x' })).toMatchObject({ status: 200, text: 'ok' })
    expect(JSON.parse((await site.ask('/readyz', { host: 'x' })).text)).toMatchObject({ ready: true, database: true })
  })
})
