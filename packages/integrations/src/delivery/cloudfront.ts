import { getSignedCookies } from '@aws-sdk/cloudfront-signer'
import { type Delivery, deliverySeconds, recordingPrefix } from './delivery.ts'

/** Path under which a tenant's host hands requests to the bucket's distribution: the cookies are the tenant's own host's. */
export const cloudfrontPath = '/cdn'

/**
 * CloudFront's signed cookies: the distribution stands before the tenants' hosts and sends `/cdn/*` to the bucket. The cookies open one
 * recording for a few minutes; each segment's redirect brings fresh ones, so that a phone with its screen locked plays on.
 */
export function cloudfrontDelivery({ keyPairId, privateKey }: { keyPairId: string; privateKey: string }): Delivery {
  // Signing costs a private-key operation: one signature serves a recording for a minute.
  const signed = new Map<string, { until: number; cookies: string[] }>()
  return {
    locate: (objectKey, host, now) => {
      const path = cloudfrontPath + recordingPrefix(objectKey)
      const resource = `https://${host}${path}*`
      const seconds = Math.floor(now.getTime() / 1000)
      let entry = signed.get(resource)
      if (!entry || entry.until <= seconds) {
        if (signed.size > 10_000) signed.clear()
        entry = { until: seconds + 60, cookies: sign(resource, path, seconds + deliverySeconds) }
        signed.set(resource, entry)
      }
      return { location: `${cloudfrontPath}/${objectKey}`, cookies: entry.cookies }
    },
  }

  function sign(resource: string, path: string, expires: number): string[] {
    const policy = JSON.stringify({
      Statement: [{ Resource: resource, Condition: { DateLessThan: { 'AWS:EpochTime': expires } } }],
    })
    const cookies = getSignedCookies({ policy, keyPairId, privateKey })
    return Object.entries(cookies).map(
      ([name, value]) => `${name}=${value}; Path=${path}; Max-Age=${deliverySeconds}; Secure; HttpOnly; SameSite=Lax`,
    )
  }
}
