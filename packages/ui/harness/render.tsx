import { renderToString } from 'react-dom/server'
import { fontCss, fontPreloads } from '../src/fonts/index.ts'
import { loadPreset } from '../src/presets/index.ts'
import { presetStyles } from '../src/presets/styles.ts'
import { attributes, headCss, readAddress, tree } from './page.tsx'
import { renderStudioSample } from './studio-sample.tsx'

/** One page of a preset as a document. `?hydrate` adds the scripts. */
export async function renderDocument(url: URL): Promise<string> {
  if (url.pathname.startsWith('/studio/')) return renderStudioSample(url)
  const { preset, asked } = readAddress(url)
  const html = renderToString(tree(await loadPreset(preset), asked))
  const given = Object.entries(attributes(asked))
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')
  const preloads = fontPreloads(asked.brand).map((href) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`)
  const script = url.searchParams.has('hydrate') ? '<script type="module" src="/harness/client.tsx"></script>' : ''
  return `<!doctype html><html lang="${asked.locale}" ${given}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asked.tenant.name}</title>${preloads.join('')}<style>${fontCss(asked.brand)}${headCss(asked)}</style><link rel="stylesheet" href="${presetStyles[preset]}">${script}</head><body><div id="root">${html}</div></body></html>`
}
