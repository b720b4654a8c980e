import { createLogger, loadEnv } from '@residency/config'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { operatorCookieName } from '../app/operator-cookie.ts'

// Nothing listens there: this is what a database that is away looks like from here.
vi.stubEnv('DATABASE_URL', 'postgresql://app:x@127.0.0.1:1/none')
vi.stubEnv('DATABASE_PLATFORM_URL', 'postgresql://platform:x@127.0.0.1:1/none')
vi.stubEnv('PLATFORM_PORT', '0')
vi.stubEnv('METRICS_PORT', '0')
vi.stubEnv('HOST', '127.0.0.1')

let origin = ''
let close = async (): Promise<void> => undefined
beforeAll(async () => {
  const { servePlatform } = await import('./serve-platform.ts')
  const neverDrawn = {
    build: () => Promise.reject(new Error('a page was drawn')),
    serveFiles: async () => undefined,
    close: async () => undefined,
  }
  const platform = await servePlatform(loadEnv(), createLogger('test', 'silent'), neverDrawn)
  const address = platform.server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  close = platform.close
})
afterAll(() => close())

const console_ = (language: string) =>
  fetch(`${origin}/console`, { headers: { cookie: `${operatorCookieName}=${'a'.repeat(43)}`, 'accept-language': language } })

it('says in the reader’s language that something is away, with a reference, and asks to come again', async () => {
  const answer = await console_('fr')
  const page = await answer.text()
  expect(answer.status).toBe(503)
  expect(page).toContain('<html lang="fr">')
  expect(page).toContain('<h1>Quelque chose a échoué</h1>')
  expect(page).toContain(answer.headers.get('x-request-id') ?? 'no reference')
  expect(page).not.toContain('Error')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

it('says of a fault of its own that it is one, and nothing of what it was', async () => {
  const answer = await fetch(`${origin}/es`)
  expect(answer.status).toBe(500)
  const page = await answer.text()
  expect(page).toContain('<html lang="es">')
  expect(page).not.toContain('a page was drawn')
})
