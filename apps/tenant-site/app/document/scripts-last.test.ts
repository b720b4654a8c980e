import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { scriptsAfterLoad } from './scripts-last.server.ts'

const attributes = ' nonce="n1"'
/** As Remix's `<Scripts>` writes it. */
const page = `<body><a href="/mixes">$&amp; mixes</a><link rel="modulepreload" href="/assets/entry.js"/><script nonce="n1">window.__remixContext = {}</script><script${attributes} type="module" async="">;
import * as route0 from "/assets/root.js";
import * as route1 from "/assets/home.js";
window.__remixRouteModules = {"root":route0,"home":route1};

import("/assets/entry.js");</script></body>`

const moduleOf = (html: string): string => /type="module" async="">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''

/** Runs a page's module with a browser that writes down what is asked for. */
async function load(html: string, readyState: string) {
  const asked: string[] = []
  const links = [{ rel: 'later' }]
  const listeners: (() => void)[] = []
  const window: Record<string, unknown> = {}
  const source = moduleOf(html).replaceAll('import(', 'ask(')
  const done: Promise<void> = runInNewContext(`(async () => {${source}})()`, {
    window,
    document: { readyState, querySelectorAll: () => links },
    addEventListener: (_name: string, listener: () => void) => listeners.push(listener),
    setTimeout: () => 0,
    ask: async (address: string) => {
      asked.push(address)
      return { from: address }
    },
  })
  await new Promise((later) => setImmediate(later))
  return { asked, links, window, done, finishLoading: () => listeners.map((listener) => listener()) }
}

describe('scripts after what one reads', () => {
  const html = scriptsAfterLoad(page, ['/assets/preset.js', '/assets/texts.js'])

  it('asks for no module until the document has loaded, then for all of them', async () => {
    expect(html).not.toContain('modulepreload" href')
    const page = await load(html, 'interactive')
    expect(page.asked).toEqual([])
    expect(page.links).toEqual([{ rel: 'later' }])
    page.finishLoading()
    await page.done
    expect(page.asked).toEqual(['/assets/preset.js', '/assets/texts.js', '/assets/root.js', '/assets/home.js', '/assets/entry.js'])
    expect(page.links).toEqual([{ rel: 'modulepreload' }])
  })

  it('hands the routes to Remix before its entry runs', async () => {
    const { window, done } = await load(html, 'complete')
    await done
    expect(window.__remixRouteModules).toEqual({ root: { from: '/assets/root.js' }, home: { from: '/assets/home.js' } })
  })

  it('keeps the nonce, the other scripts and the words as they are', () => {
    expect(html).toContain(`<script${attributes} type="module" async="">`)
    expect(html).toContain('<script nonce="n1">window.__remixContext = {}</script>')
    expect(html).toContain('$&amp; mixes')
  })

  it('leaves a page without Remix’s scripts alone', () => {
    expect(scriptsAfterLoad('<body>closed</body>', ['/assets/preset.js'])).toBe('<body>closed</body>')
  })
})
