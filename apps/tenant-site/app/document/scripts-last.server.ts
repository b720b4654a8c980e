const preload = /<link rel="modulepreload"/g
const entry = /<script([^>]*) type="module" async="">([\s\S]*?)<\/script>/
const staticImport = /import \* as (\w+) from ("[^"]+");/g
/** A picture that never comes must not keep a page from its scripts. */
const patienceMs = 3_000

/**
 * A page is read and its forms work before its scripts run, so its fonts and its largest picture get the line to themselves: all of its
 * modules are asked for when the document has loaded. Remix has no prop for this. What React finds when it takes over are
 * the same elements; it compares no attributes and no script's text.
 */
export function scriptsAfterLoad(html: string, known: readonly string[]): string {
  const [whole, attributes = '', body = ''] = entry.exec(html) ?? []
  if (!whole) return html
  const routes = [...body.matchAll(staticImport)]
  const later = [
    `await new Promise((go) => { if (document.readyState === "complete") go(); else { addEventListener("load", go, { once: true }); setTimeout(go, ${patienceMs}); } });`,
    'for (const link of document.querySelectorAll("link[rel=later]")) link.rel = "modulepreload";',
    ...known.map((address) => `void import(${JSON.stringify(address)});`),
    `const [${routes.map(([, name]) => name).join(', ')}] = await Promise.all([${routes.map(([, , address]) => `import(${address})`).join(', ')}]);`,
  ].join('\n')
  const script = `<script${attributes} type="module" async="">${later}${body.replace(staticImport, '')}</script>`
  // A function: what the page says may hold what `replace` reads as a pattern.
  return html.replaceAll(preload, '<link rel="later"').replace(whole, () => script)
}

/** The studio is worked in: its modules come at once, but after its fonts. */
export const scriptsLow = (html: string): string => html.replaceAll(preload, '<link rel="modulepreload" fetchpriority="low"')
