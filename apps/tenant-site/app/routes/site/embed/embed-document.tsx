import type { ReactNode } from 'react'

interface EmbedDocument {
  /** Of `<html>`: preset, mode, imagery. */
  attributes: Record<string, string>
  css: string
  locale: string
  nonce: string
  title: string
  /** Whole address of the mix's own page. */
  canonical: string | null
  /** Address of the script that brings it to life; null where there is nothing to bring to life. */
  script: string | null
  children: ReactNode
}

/** A whole document of one small part: no frame of the site, no preset's code, one script. */
export function EmbedDocument({ attributes, css, locale, nonce, title, canonical, script, children }: EmbedDocument) {
  return (
    <html lang={locale} {...attributes}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        {canonical ? <link rel="canonical" href={canonical} /> : null}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from the validated brand record and our own files, never from what anybody typed */}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />
        {script ? <script type="module" async src={script} /> : null}
      </head>
      <body>{children}</body>
    </html>
  )
}
