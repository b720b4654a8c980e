// CloudFront Function (runtime 2.0, viewer request) for MEDIA_DELIVERY=signed-path: lets a request through to the bucket when its path carries
// a signature that is good and has not run out, and takes it off, so that every listener shares one copy in the cache.
// The secret comes from the function's key-value store under `secret`; other CDNs run the same few lines (packages/integrations/src/delivery).
import cf from 'cloudfront'
import crypto from 'crypto'

const refused = { statusCode: 403, statusDescription: 'Forbidden', headers: { 'cache-control': { value: 'no-store' } } }

/** The path in the bucket, or null when it may not be had. */
export function checkSignedPath(uri, secret, nowSeconds) {
  const parts = uri.match(
    /^\/([0-9a-z]{6,8})\.([\w-]{43})(\/t\/[0-9a-f-]{36}\/audio\/[0-9a-f-]{36}\/)((?:[1-9]\d{0,5}\/)?[a-z0-9]+\/(?:init\.mp4|\d{1,6}\.m4s))$/,
  )
  if (!parts) return null
  const expires = parts[1]
  if (parseInt(expires, 36) <= nowSeconds) return null
  const wanted = crypto
    .createHmac('sha256', secret)
    .update(expires + ':' + parts[3])
    .digest('base64url')
  let differs = 0
  for (let at = 0; at < wanted.length; at += 1) differs |= wanted.charCodeAt(at) ^ parts[2].charCodeAt(at)
  return differs === 0 ? parts[3] + parts[4] : null
}

export async function handler(event) {
  const path = checkSignedPath(event.request.uri, await cf.kvs().get('secret'), Math.floor(Date.now() / 1000))
  if (path === null) return refused
  event.request.uri = path
  return event.request
}
