import { loadEnv } from '@residency/config'
import { cloudfrontDelivery } from './cloudfront.ts'
import { type Delivery, ownDelivery } from './delivery.ts'
import { signedPathDelivery } from './signed-path.ts'

export { cloudfrontDelivery, cloudfrontPath } from './cloudfront.ts'
export { type Delivery, deliverySeconds, ownDelivery } from './delivery.ts'
export { signedPathDelivery, signPath } from './signed-path.ts'

let chosen: Delivery | undefined

/** The installation's own way, as the environment says (MEDIA_DELIVERY). */
export function delivery(): Delivery {
  chosen ??= choose()
  return chosen
}

function choose(): Delivery {
  const env = loadEnv()
  const need = (name: 'MEDIA_CDN_URL' | 'MEDIA_CDN_SECRET' | 'CLOUDFRONT_KEY_PAIR_ID' | 'CLOUDFRONT_PRIVATE_KEY'): string => {
    const value = env[name]
    if (!value) throw new Error(`MEDIA_DELIVERY=${env.MEDIA_DELIVERY} needs ${name}`)
    return value
  }
  if (env.MEDIA_DELIVERY === 'signed-path') return signedPathDelivery({ url: need('MEDIA_CDN_URL'), secret: need('MEDIA_CDN_SECRET') })
  if (env.MEDIA_DELIVERY === 'cloudfront')
    return cloudfrontDelivery({
      keyPairId: need('CLOUDFRONT_KEY_PAIR_ID'),
      privateKey: need('CLOUDFRONT_PRIVATE_KEY').replaceAll('\\n', '\n'),
    })
  return ownDelivery
}
