import { tenantRef } from '@residency/db'
import { AppError, conflict, notFound } from '@residency/domain/errors'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testScope } from '../testing/test-scope.ts'
import { openAction } from './open-action.ts'
import { openLoader } from './open-loader.ts'
import { openResource } from './open-resource.ts'

const ref = tenantRef('host', '01900000-0000-7000-8000-000000000001')
type More = Parameters<typeof testScope>[1]

const argsOf = (path: string, more?: More, init?: RequestInit, params: Record<string, string> = {}) => ({
  request: new Request(`http://alpha.localhost${path}`, init),
  params,
  context: { scope: testScope(ref, more) },
})
const form = (values: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(values) })

/** What a builder threw, as the visitor gets it: a redirect or a refusal. */
async function refusal(work: Promise<unknown>) {
  const caught = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (caught instanceof Response) return { status: caught.status, location: caught.headers.get('location') }
  const { init, data } = caught as { init?: { status: number; headers?: Record<string, string> }; data?: { code: string } }
  return { status: init?.status, code: data?.code, headers: init?.headers }
}
const never = () => {
  throw new Error('the work was reached')
}

describe('access', () => {
  it('sends the anonymous to sign in and back, before anything is looked up', async () => {
    for (const access of ['signed-in', 'brand.edit'] as const) {
      expect(await refusal(openLoader(argsOf('/studio/brand?a=b'), { access }, never))).toEqual({
        status: 302,
        location: '/sign-in?returnTo=%2Fstudio%2Fbrand%3Fa%3Db',
      })
    }
    expect(await refusal(openAction(argsOf('/account', {}, form({})), { access: 'signed-in' }, never))).toMatchObject({
      status: 302,
      location: '/sign-in?returnTo=%2Faccount',
    })
    expect(await refusal(openLoader(argsOf('/es/account', { locale: 'es' }), { access: 'signed-in' }, never))).toMatchObject({
      location: '/es/sign-in?returnTo=%2Fes%2Faccount',
    })
  })

  it('refuses a role that may not', async () => {
    expect(await refusal(openLoader(argsOf('/studio', { role: 'fan' }), { access: 'studio.view' }, never))).toMatchObject({ status: 403 })
    expect(await refusal(openLoader(argsOf('/studio', { role: 'moderator' }), { access: 'brand.edit' }, never))).toMatchObject({
      status: 403,
    })
    expect(await openLoader(argsOf('/studio', { role: 'editor' }), { access: 'brand.edit' }, ({ ctx }) => ctx.actor.role)).toBe('editor')
  })

  it('knows no page in a language that is not offered, and none of a site that is suspended', async () => {
    const french = { language: { locale: 'fr', path: '/', prefixed: true } } as const
    expect(await refusal(openLoader(argsOf('/fr', french), { access: 'anyone' }, never))).toMatchObject({ status: 404 })
    expect(await refusal(openLoader(argsOf('/', { isPaused: true }), { access: 'anyone' }, never))).toMatchObject({ status: 503 })
    expect(await openLoader(argsOf('/fr', french), { access: 'anyone', isFrame: true }, () => 'frame')).toBe('frame')
  })

  it('is nobody’s without the scope of a request', async () => {
    await expect(openLoader({ ...argsOf('/'), context: {} }, { access: 'anyone' }, never)).rejects.toThrow('without the scope')
  })
})

describe('a loader', () => {
  it('finds nothing where a part of the path does not fit', async () => {
    const rules = { access: 'anyone', params: z.object({ id: z.uuid() }) } as const
    expect(await refusal(openLoader(argsOf('/x', {}, {}, { id: 'nope' }), rules, never))).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('turns what a verb throws into its page', async () => {
    const work = () => Promise.reject(notFound())
    expect(await refusal(openLoader(argsOf('/x'), { access: 'anyone' }, work))).toMatchObject({ status: 404 })
    const late = () => Promise.reject(new AppError('unauthenticated'))
    expect(await refusal(openLoader(argsOf('/x'), { access: 'anyone' }, late))).toMatchObject({ status: 302 })
    const away = () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))
    expect(await refusal(openLoader(argsOf('/x'), { access: 'anyone' }, away))).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '2' },
    })
    await expect(openLoader(argsOf('/x'), { access: 'anyone' }, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  })
})

describe('an action', () => {
  const rules = { access: 'anyone', form: z.object({ email: z.email() }) } as const

  it('gives the form to its work', async () => {
    expect(await openAction(argsOf('/x', {}, form({ email: 'a@b.example' })), rules, ({ form: { email } }) => email)).toBe('a@b.example')
  })

  it('brings the form back with words and what was typed, never a secret', async () => {
    const answer = await openAction(argsOf('/x', { locale: 'es' }, form({ email: 'nope', password: 'hunter2' })), rules, never)
    expect(answer).toMatchObject({ init: { status: 422 }, data: { problem: { code: 'invalid', values: { email: 'nope' } } } })
    expect(JSON.stringify(answer)).not.toContain('hunter2')
    expect((answer as unknown as { data: { problem: { fields: Record<string, string> } } }).data.problem.fields.email).toMatch(
      /dirección completa/,
    )
  })

  it('says beside the form what can be put right, and makes a page of the rest', async () => {
    const given = () => argsOf('/x', {}, form({ email: 'a@b.example' }))
    expect(await openAction(given(), rules, () => Promise.reject(conflict('conflict')))).toMatchObject({ init: { status: 409 } })
    expect(await refusal(openAction(given(), rules, () => Promise.reject(notFound())))).toMatchObject({ status: 404 })
  })
})

describe('what is no page', () => {
  it('answers a refusal in one sentence', async () => {
    const answer = await openResource(argsOf('/x'), { access: 'anyone' }, () => Promise.reject(notFound()))
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(await answer.text()).not.toContain('not_found')
  })

  it('checks its form', async () => {
    const rules = { access: 'anyone', form: z.object({ mode: z.enum(['dark']) }) } as const
    expect((await openResource(argsOf('/x', {}, form({ mode: 'pink' })), rules, never)).status).toBe(422)
    expect((await openResource(argsOf('/x', {}, form({ mode: 'dark' })), rules, ({ form: { mode } }) => new Response(mode))).status).toBe(
      200,
    )
  })
})
