/** As much as is known of where a session is, without asking anybody: the network it comes from and a country that the browser hints at. */
export interface Place {
  /** `this`: the server's own machine; `local`: the same network; `network`: anywhere else. */
  kind: 'this' | 'local' | 'network' | 'unknown'
  /** The address, cut to /24 or /48. */
  network: string | null
  /** ISO 3166-1 alpha-2, from a proxy or the browser's language. */
  region: string | null
}

const ownMachine = /^(?:127\.|::1|::ffff:127\.)/
// RFC 1918, RFC 3927, RFC 4193, RFC 4291.
const localNetwork = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/i

export function describePlace(ipPrefix: string | null, region: string | null): Place {
  const known = region && /^[A-Z]{2}$/.test(region) ? region : null
  if (!ipPrefix) return { kind: 'unknown', network: null, region: known }
  const kind = ownMachine.test(ipPrefix) || /^::(?:\/|$)/.test(ipPrefix) ? 'this' : localNetwork.test(ipPrefix) ? 'local' : 'network'
  return { kind, network: ipPrefix, region: known }
}

/** The country a browser is set to: the first region in Accept-Language (`pt-BR` → BR). */
export function regionFromAcceptLanguage(header: string | null): string | null {
  return header?.slice(0, 200).match(/\b[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})\b/)?.[1] ?? null
}
