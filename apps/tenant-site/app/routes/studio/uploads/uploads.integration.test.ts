import { createHash, randomBytes } from 'node:crypto'
import { get } from 'node:http'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../../../../../../packages/domain/src/testing/signed-in.ts'
import { serveTestSite, type TestSite } from '../../../../../../packages/edge/src/testing/serve-test-site.ts'
import { dress } from '../../../../../../packages/jobs/src/testing/test-worker.ts'
import * as completion from './completion.ts'
import * as events from './events.ts'
import * as parts from './parts.ts'
import * as progress from './progress.ts'
import * as upload from './upload.ts'
import * as uploads from './uploads.ts'

type Way = (args: LoaderFunctionArgs) => Promise<Response>
const routes: [RegExp, { loader?: Way; action?: Way }][] = [
  [/^\/studio\/uploads$/, uploads],
  [/^\/studio\/uploads\/events$/, events],
  [/^\/studio\/uploads\/progress$/, progress],
  [/^\/studio\/uploads\/(?<uploadId>[^/]+)$/, upload],
  [/^\/studio\/uploads\/(?<uploadId>[^/]+)\/parts$/, parts],
  [/^\/studio\/uploads\/(?<uploadId>[^/]+)\/completion$/, completion],
]

let database: TestDatabase
let site: TestSite
let cookie: string
let host: string

beforeAll(async () => {
  database = await createTestDatabase()
  const ref = await database.createTenant()
  await dress(ref)
  cookie = `__Host-session=${(await signedIn(ref, { role: 'editor' })).token}`
  host = `${ref.slug}.localhost`
  site = await serveTestSite(
    async (request, context) => {
      const { pathname } = new URL(request.url)
      const [pattern, route] = routes.find(([each]) => each.test(pathname)) ?? []
      const way = request.method === 'GET' ? route?.loader : route?.action
      if (!pattern || !way) return new Response('none', { status: 404 })
      return way({ request, context, params: pattern.exec(pathname)?.groups ?? {} } as unknown as LoaderFunctionArgs)
    },
    { isFile: () => false },
  )
})
afterAll(async () => {
  await site.close()
  await database.drop()
})

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const text = body === undefined ? '' : JSON.stringify(body)
  return site.ask(path, {
    host,
    method,
    headers: { cookie, origin: `http://${host}`, 'content-length': String(Buffer.byteLength(text)), ...headers },
    body: text,
  })
}
const begin = (bytes: number, filename = 'Night.wav') =>
  ask('POST', '/studio/uploads', { filename, bytes, fileMark: `${filename}|${bytes}` })

describe('the uploader’s addresses', () => {
  it('take a file from its first word to its recording', async () => {
    const bytes = randomBytes(900)
    const begun = JSON.parse((await begin(bytes.length)).text)
    expect(begun).toMatchObject({ parts: [], uploadId: expect.any(String) })
    const sha256 = createHash('sha256').update(bytes).digest('base64')
    const signed = JSON.parse((await ask('POST', `/studio/uploads/${begun.uploadId}/parts`, { parts: [{ number: 1, sha256 }] })).text)
    const put = await fetch(signed.parts[0].url, {
      method: 'PUT',
      headers: { ...signed.parts[0].headers, origin: `http://${host}` },
      body: new Uint8Array(bytes),
    })
    expect([put.status, put.headers.get('access-control-expose-headers')]).toEqual([200, expect.stringContaining('etag')])
    expect(JSON.parse((await ask('GET', `/studio/uploads/${begun.uploadId}`)).text).parts).toEqual([1])
    const done = await ask('POST', `/studio/uploads/${begun.uploadId}/completion`)
    expect(done.status).toBe(200)
    expect((await ask('POST', `/studio/uploads/${begun.uploadId}/completion`)).text).toBe(done.text)
    const { recordings } = JSON.parse((await ask('GET', '/studio/uploads/progress')).text)
    expect(recordings).toMatchObject([{ recordingId: JSON.parse(done.text).recordingId, stage: 'received', filename: 'Night.wav' }])
  })

  it('refuse in words of the person’s language, as data, and never by a redirect', async () => {
    const wrong = await ask('POST', '/studio/uploads', { filename: 'x.exe', bytes: 1, fileMark: 'x' }, { 'accept-language': 'es' })
    expect([wrong.status, JSON.parse(wrong.text).error.message]).toEqual([415, expect.stringContaining('Aceptamos')])
    expect((await ask('POST', '/studio/uploads', { nothing: true })).status).toBe(422)
    expect((await ask('POST', '/studio/uploads')).status).toBe(422)
    expect((await ask('GET', '/studio/uploads/0198c000-0000-7000-8000-00000000000a')).status).toBe(404)
    expect((await ask('GET', '/studio/uploads/none')).status).toBe(404)
    for (const path of ['/studio/uploads', '/studio/uploads/events', '/studio/uploads/progress'])
      expect((await ask('GET', path, undefined, { cookie: '' })).status).toBe(401)
  })

  it('give an upload up', async () => {
    const { uploadId } = JSON.parse((await begin(10, 'Gone.wav')).text)
    expect((await ask('DELETE', `/studio/uploads/${uploadId}`)).status).toBe(204)
    expect((await ask('GET', `/studio/uploads/${uploadId}`)).status).toBe(410)
    expect(JSON.parse((await ask('GET', '/studio/uploads')).text)).toMatchObject({
      uploads: [],
      storage: { quotaBytes: expect.any(Number) },
    })
  })
})

it('events tell how things stand, then what changes, while it happens', async () => {
  let heard = ''
  const request = get({ host: '127.0.0.1', port: site.port, path: '/studio/uploads/events', headers: { host, cookie } }, (response) => {
    expect(response.headers['content-type']).toBe('text/event-stream')
    response.on('data', (text: Buffer) => {
      heard += text.toString()
    })
    response.on('error', () => undefined)
  })
  request.on('error', () => undefined)
  await expect.poll(() => heard).toContain('"stage":"received"')
  const { announceProgress } = await import('../../../../../../packages/domain/src/recordings/progress.ts')
  const [row] = await database.asOwner<{ tenant_id: string; id: string }>('select tenant_id, id from recording')
  announceProgress(row?.tenant_id ?? '', { id: row?.id, stage: 'measured', firstPlayAt: null } as never)
  await expect.poll(() => heard).toContain('"stage":"measured"')
  request.destroy()
})
