import { createHash } from 'node:crypto'

/** Sources of inline scripts and styles: hashes for a page that many share, a nonce for one that is made for one person. */
export type InlineSources = { nonce: string } | { scripts: readonly string[]; styles: readonly string[] }

export interface PolicyOptions {
  /** Origins that pages may send to beside their own: the object store, for uploads straight to it. */
  connectTo?: readonly string[]
  /** Any site may show the page in a frame; otherwise its own alone. */
  mayBeFramed?: boolean
  /** Served over TLS: whatever still says http: is upgraded. */
  secure: boolean
}

/** The Content-Security-Policy of a page. Nothing is allowed that is not named here. */
export function contentSecurityPolicy(inline: InlineSources, options: PolicyOptions): string {
  const scripts = 'nonce' in inline ? [`'nonce-${inline.nonce}'`] : inline.scripts
  const styles = 'nonce' in inline ? [`'nonce-${inline.nonce}'`] : inline.styles
  const directives: [string, ...string[]][] = [
    ['default-src', "'none'"],
    // WebAssembly alone, which the sound room's pitch is made of; text still never becomes a script (docs/decisions).
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...scripts],
    ['style-src', "'self'", ...styles],
    ['style-src-elem', "'self'", ...styles],
    // Attributes place a picture's focal point and tone: they carry no script, and React sets them from typed values.
    ['style-src-attr', "'unsafe-inline'"],
    ['img-src', "'self'", 'data:', 'blob:'],
    ['font-src', "'self'"],
    ['media-src', "'self'", 'blob:'],
    ['connect-src', "'self'", ...(options.connectTo ?? [])],
    ['manifest-src', "'self'"],
    ['worker-src', "'self'", 'blob:'],
    // The studio shows the site it edits in a frame.
    ['frame-src', "'self'"],
    ['frame-ancestors', options.mayBeFramed ? '*' : "'self'"],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
    ['object-src', "'none'"],
  ]
  if (options.secure) directives.push(['upgrade-insecure-requests'])
  return directives.map((directive) => directive.join(' ')).join('; ')
}

const inlineElement = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi

/**
 * Makes a page that was rendered with a nonce fit to be shared: the nonce is taken out, and what carried it is named by its hash.
 * Only our own code knew the nonce, so a script that got into the page in some other way stays forbidden.
 */
export function shareable(html: string, nonce: string): { html: string; scripts: string[]; styles: string[] } {
  const mark = ` nonce="${nonce}"`
  const scripts = new Set<string>()
  const styles = new Set<string>()
  for (const [, element = '', attributes = '', content = ''] of html.matchAll(inlineElement)) {
    if (!attributes.includes(mark) || /\ssrc=/i.test(attributes)) continue
    const hash = `'sha256-${createHash('sha256').update(content).digest('base64')}'`
    if (element.toLowerCase() === 'script') scripts.add(hash)
    else styles.add(hash)
  }
  return { html: html.replaceAll(mark, ''), scripts: [...scripts], styles: [...styles] }
}
