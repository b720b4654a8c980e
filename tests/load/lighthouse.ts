import { createServer } from 'node:net'
import { type PresetName, presetNames } from '@residency/brand'
import lighthouse from 'lighthouse'
import { ask } from '../support/ask.ts'
import { type BenchContext, type Benchmark, type Figure, hostOf, median, slug } from './benchmark.ts'
import { openChromium } from './chromium.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** The demo tenant in another preset, seen by every process: what the studio does when a DJ publishes. */
async function wear({ owner }: BenchContext, preset: PresetName): Promise<void> {
  await owner.query('begin')
  await owner.query(
    `update brand set published = jsonb_set(published, '{preset}', to_jsonb($1::text)) where tenant_id = (select id from tenant where slug = $2)`,
    [preset, slug],
  )
  await owner.query(
    `with raised as (update tenant set revision = revision + 1 where slug = $1 returning id, revision)
     select pg_notify('tenant_revision', id || ':' || revision) from raised`,
    [slug],
  )
  await owner.query('commit')
}

async function waitUntilWorn(port: number, host: string, preset: PresetName): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await new Promise((done) => setTimeout(done, 200))) {
    if ((await ask(port, '/', { host }))?.body.includes(`data-preset="${preset}"`)) return
  }
  throw new Error(`the home was not seen in ${preset} within 10 s`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** One run in a browser of its own: nothing of the last one is in its caches. */
async function scores(url: string): Promise<Record<string, number>> {
  const port = await freePort()
  const browser = await openChromium([`--remote-debugging-port=${port}`])
  try {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'silent', onlyCategories: [...categories] })
    if (!result) throw new Error('Lighthouse gave no result')
    if (result.lhr.runtimeError) throw new Error(result.lhr.runtimeError.message)
    return Object.fromEntries(categories.map((name) => [name, (result.lhr.categories[name]?.score ?? 0) * 100]))
  } finally {
    await browser.close()
  }
}

async function run(context: BenchContext): Promise<Figure[]> {
  const host = hostOf(context)
  const { rows } = await context.owner.query<{ preset: PresetName }>(
    `select published->>'preset' as preset from brand where tenant_id = (select id from tenant where slug = $1)`,
    [slug],
  )
  const figures: Figure[] = []
  for (const preset of presetNames) {
    await wear(context, preset)
    await waitUntilWorn(context.installation.services.ports.site, host, preset)
    // Not counted: pictures are made in the sizes a phone asks for.
    await scores(`http://${host}/`)
    const runs: Record<string, number>[] = []
    for (let at = 0; at < context.lighthouseRuns; at += 1) runs.push(await scores(`http://${host}/`))
    for (const category of categories) {
      const value = Math.round(median(runs.map((run) => run[category] ?? 0)))
      figures.push({ name: `lighthouse.${preset}.${category}`, value, unit: 'points', floor: null, ratio: null })
    }
    context.say(
      `  ${preset}: ${figures
        .slice(-categories.length)
        .map(({ name, value }) => `${name.split('.')[2]} ${value}`)
        .join(', ')}`,
    )
  }
  if (rows[0]) await wear(context, rows[0].preset)
  return figures
}

export const lighthouseHome: Benchmark = { name: 'lighthouse', run }
