import { plantAudio } from '../support/plant-audio.ts'
import { type BenchContext, type Benchmark, type Figure, hostOf, round, slug } from './benchmark.ts'
import { openChromium } from './chromium.ts'
import { scriptBytes } from './script-bytes.ts'

/** Bytes of script over the wire, compressed, that an embedded mix loads before anybody plays it. Its build fails above 25 kB (vite.embed.config.ts). */
async function run(context: BenchContext): Promise<Figure[]> {
  const address = `http://${hostOf(context)}`
  const [mix] = await plantAudio(slug, ['To be embedded'])
  if (!mix) throw new Error('nothing was planted')
  const browser = await openChromium()
  try {
    const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 640, height: 240 } })).newPage()
    const value = round((await scriptBytes(page, `${address}/embed/${mix.id}`)) / 1000, 1)
    if (value === 0) throw new Error('the embed loaded no script')
    return [{ name: 'script.embed', value, unit: 'kB', floor: null, ratio: null }]
  } finally {
    await browser.close()
  }
}

export const scriptEmbed: Benchmark = { name: 'script.embed', run }
