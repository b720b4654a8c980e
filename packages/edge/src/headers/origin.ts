/**
 * Whether a mutation comes from the site itself. Browsers send Origin with every POST, PUT, PATCH and DELETE; SameSite cookies alone would
 * let a sibling subdomain in, which is "same site".
 * @param host the request's own Host (or the believed forwarded one), with its port
 */
export function isSameOrigin(unverifiedOrigin: string | undefined, host: string | undefined, options: { secure: boolean }): boolean {
  if (!unverifiedOrigin || !host || !URL.canParse(unverifiedOrigin)) return false
  const origin = new URL(unverifiedOrigin)
  if (options.secure && origin.protocol !== 'https:') return false
  if (origin.protocol !== 'https:' && origin.protocol !== 'http:') return false
  const own = `${origin.protocol}//${host}`
  return URL.canParse(own) && new URL(own).host === origin.host
}
