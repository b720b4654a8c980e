/**
 * A path of this site to go back to, or `otherwise`. Nothing that a browser could take for another host gets through:
 * not `//host`, not `/\host`, not `/.//host`, not a scheme, not a control character that browsers drop.
 */
export function returnPath(unverified: unknown, otherwise = '/'): string {
  if (typeof unverified !== 'string' || unverified.length > 1_000 || !unverified.startsWith('/') || /[\s\\]|\p{Cc}/u.test(unverified))
    return otherwise
  const base = 'http://site.invalid'
  if (!URL.canParse(unverified, base)) return otherwise
  const { origin, pathname, search } = new URL(unverified, base)
  // Dots are resolved by now: `/.//host` has become `//host`, which is another's address.
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}` : otherwise
}
