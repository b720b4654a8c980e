import { createVerify, generateKeyPairSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cloudfrontDelivery, deliverySeconds, signedPathDelivery } from './index.ts'

const tenant = '01900000-0000-7000-8000-000000000001'
const recording = '01900000-0000-7000-8000-000000000002'
const key = `t/${tenant}/audio/${recording}/5/aac128/3.m4s`
const now = new Date('2026-11-21T12:00:30Z')
const seconds = now.getTime() / 1000

/** The CDN's own lines, run as they are: what it imports is put in its place. */
async function edgeFunction(): Promise<(uri: string, secret: string, nowSeconds: number) => string | null> {
  const file = fileURLToPath(new URL('../../../../infra/cdn/check-signed-path.js', import.meta.url))
  const source = (await readFile(file, 'utf8')).replace("import cf from 'cloudfront'\n", 'const cf = null\n')
  const loaded = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
    checkSignedPath: (uri: string, secret: string, nowSeconds: number) => string | null
  }
  return loaded.checkSignedPath
}

describe('signed paths', () => {
  const delivery = signedPathDelivery({ url: 'https://cdn.example/', secret: 's'.repeat(40) })
  const at = (when: Date) => new URL(delivery.locate(key, 'danny.example', when)?.location ?? '').pathname

  it('open the bucket at the CDN, for a few minutes', async () => {
    const check = await edgeFunction()
    const path = at(now)
    expect(check(path, 's'.repeat(40), seconds)).toBe(`/${key}`)
    expect(check(path, 's'.repeat(40), seconds + deliverySeconds + 1)).toBeNull()
  })

  it('open nothing when anything in them is changed', async () => {
    const check = await edgeFunction()
    const path = at(now)
    const [, signed = '', ...rest] = path.split('/')
    const [expires = '', signature = ''] = signed.split('.')
    const later = (Number.parseInt(expires, 36) + 3600).toString(36)
    for (const forged of [
      `/${later}.${signature}/${rest.join('/')}`,
      `/${expires}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}/${rest.join('/')}`,
      path.replace(tenant, tenant.replace('1', '2')),
      path.replace(recording, recording.replace('2', '3')),
      path.replace('3.m4s', '../../3.m4s'),
      path.replace('/5/', '/0/'),
      path.replace('/5/', '/5/5/'),
      `/${key}`,
    ])
      expect(check(forged, 's'.repeat(40), seconds), forged).toBeNull()
    expect(check(path, 'another secret', seconds)).toBeNull()
  })

  it('are one path for everybody who listens in the same minute', () => {
    expect(at(now)).toBe(at(new Date('2026-11-21T12:00:59Z')))
    expect(at(now)).not.toBe(at(new Date('2026-11-21T12:01:00Z')))
  })
})

describe('CloudFront’s signed cookies', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const delivery = cloudfrontDelivery({ keyPairId: 'K1', privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString() })

  it('open one recording on the tenant’s own host, signed as CloudFront checks it', () => {
    const { location, cookies } = delivery.locate(key, 'danny.example', now) ?? { location: '', cookies: [] }
    expect(location).toBe(`/cdn/${key}`)
    const value = (name: string) => cookies.find((cookie) => cookie.startsWith(`${name}=`))?.split(/[=;]/)[1] ?? ''
    const plain = (text: string) => Buffer.from(text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64')
    const policy = plain(value('CloudFront-Policy'))
    expect(JSON.parse(policy.toString())).toEqual({
      Statement: [
        {
          Resource: `https://danny.example/cdn/t/${tenant}/audio/${recording}/*`,
          Condition: { DateLessThan: { 'AWS:EpochTime': Math.floor(seconds) + deliverySeconds } },
        },
      ],
    })
    expect(
      createVerify('RSA-SHA1')
        .update(policy)
        .verify(publicKey, plain(value('CloudFront-Signature'))),
    ).toBe(true)
    for (const cookie of cookies)
      expect(cookie).toContain(`Path=/cdn/t/${tenant}/audio/${recording}/; Max-Age=${deliverySeconds}; Secure; HttpOnly`)
  })
})
