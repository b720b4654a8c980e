import { createHmac } from 'node:crypto'
import { type Delivery, deliverySeconds, recordingPrefix } from './delivery.ts'

/** What is signed: until when, and under which prefix of the bucket. A CDN checks the same (infra/cdn/check-signed-path.js). */
export function signPath(secret: string, prefix: string, expiresAtSeconds: number): string {
  const expires = expiresAtSeconds.toString(36)
  return `${expires}.${createHmac('sha256', secret).update(`${expires}:${prefix}`).digest('base64url')}`
}

/**
 * Signed paths for any CDN that can run a few lines at its edge: `<cdn>/<expiry>.<signature>/t/<tenant>/audio/<recording>/…`. The signature is
 * taken off before the CDN looks into its cache, so that every listener shares one copy. Paths of a minute are the same for everybody.
 */
export function signedPathDelivery({ url, secret }: { url: string; secret: string }): Delivery {
  const base = url.replace(/\/+$/, '')
  return {
    locate: (objectKey, _host, now) => {
      const minute = Math.floor(now.getTime() / 60_000) * 60
      return { location: `${base}/${signPath(secret, recordingPrefix(objectKey), minute + deliverySeconds)}/${objectKey}`, cookies: [] }
    },
  }
}
