import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

export type HeaderPair = readonly [name: string, value: string]

/**
 * Helmet's headers, asked for once: they are the same in every response, and a cached page leaves in microseconds.
 * The Content-Security-Policy is the page's own.
 */
export function securityHeaders(options: { hsts: boolean }): HeaderPair[] {
  const collected = new Map<string, string>()
  const response = {
    setHeader: (name: string, value: string | number | readonly string[]) => collected.set(name, String(value)),
    removeHeader: (name: string) => collected.delete(name),
  }
  const apply = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: options.hsts ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    // `no-referrer` would make browsers send `Origin: null` with forms, and the Origin is what protects them.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'sameorigin' },
  })
  apply({} as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error
  })
  collected.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()')
  return [...collected]
}

const framing = new Set(['x-frame-options', 'cross-origin-resource-policy', 'cross-origin-opener-policy'])

/** The same for a page that other sites may show in a frame: who may is the policy's to say. */
export const framedHeaders = (headers: readonly HeaderPair[]): HeaderPair[] => [
  ...headers.filter(([name]) => !framing.has(name.toLowerCase())),
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
]
