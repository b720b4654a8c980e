import { randomUUID } from 'node:crypto'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { logger } from '@residency/config'
import { validateSession } from '@residency/domain/sessions'
import { type KnownTenant, redisDirectory, TenantDirectory } from '@residency/edge/hosts'
import { Scope, SiteFrames } from '@residency/edge/scope'
import { signedIn } from '../../packages/domain/src/testing/signed-in.ts'
import { type BenchContext, type Benchmark, compare, hostOf, rate, slug } from './benchmark.ts'

const rounds = 5
const seconds = 3
const at = 8
const buildFile = new URL('../../apps/tenant-site/build/server/index.js', import.meta.url)

/** The app as `npm start` serves it. React decides when it is loaded whether it is the quick one. */
async function loadBuild(): Promise<ServerBuild> {
  process.env.NODE_ENV = 'production'
  return (await import(buildFile.href)) as ServerBuild
}

type Routes = ServerBuild['routes']

/** The same build with other loaders; `change` gets each route's own. */
function withLoaders(
  build: ServerBuild,
  change: (id: string, loader: NonNullable<Routes[string]>['module']['loader']) => unknown,
): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).flatMap(([id, route]) => {
      if (!route) return []
      const { loader } = route.module
      return [[id, loader ? { ...route, module: { ...route.module, loader: change(id, loader) } } : route]]
    }),
  )
  return { ...build, routes } as ServerBuild
}

async function run(context: BenchContext) {
  const build = await loadBuild()
  const host = hostOf(context)
  const directory = new TenantDirectory({ parents: ['localhost'], shared: redisDirectory, log: logger })
  const known = await directory.resolve(host)
  if (!known) throw new Error('the demo tenant is not there')
  const { token } = await signedIn({ ...known.ref, slug }, { email: `bench-${randomUUID()}@fan.example` })
  const open = opener(known, token, host)

  const captured = new Map<string, unknown>()
  const capturing = withLoaders(build, (id, loader) => async (args: Parameters<NonNullable<typeof loader>>[0]) => {
    const data = await loader?.(args)
    captured.set(id, data)
    return data
  })
  const session = await validateSession(known.ref, token)
  const render = async (handler: ReturnType<typeof createRequestHandler>, scope: Scope): Promise<string> => {
    const answer = await handler(new Request(`http://${host}/`, { headers: { host } }), { scope })
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`the home was rendered with status ${answer.status}`)
    return html
  }
  const first = await render(createRequestHandler(capturing, 'production'), await open(session))

  const real = createRequestHandler(build, 'production')
  const memory = createRequestHandler(
    withLoaders(build, (id) => async () => captured.get(id)),
    'production',
  )
  const again = await render(memory, await open(session))
  if (Math.abs(again.length - first.length) > first.length / 100) throw new Error('the page from memory is another page')
  const ours = () => rate(async () => render(real, await open(await validateSession(known.ref, token))), { seconds, at })
  const bare = () => rate(async () => render(memory, await open(session)), { seconds, at })
  await rate(async () => render(real, await open(session)), { seconds: 2, at })
  return [{ name: 'page.home.rendered', unit: 'renders/s', ...(await compare(ours, bare, rounds)) }]
}

/** What the server finds out of a request before Remix has it. */
function opener(known: KnownTenant, token: string, host: string) {
  const frames = new SiteFrames(logger)
  return async (session: Awaited<ReturnType<typeof validateSession>>): Promise<Scope> => {
    if (!session) throw new Error('the session is not valid')
    return new Scope({
      requestId: 'bench',
      tenant: known.record,
      ref: known.ref,
      frame: await frames.get(known),
      visitor: { sessionToken: token, mode: null, language: null, consent: null },
      session,
      language: { locale: known.record.locale, path: '/', prefixed: false },
      locale: known.record.locale,
      nonce: 'bench',
      publicOrigin: `http://${host}`,
      address: '127.0.0.1',
      ipPrefix: '127.0.0.0/24',
      userAgent: null,
      region: null,
      knownBrowser: null,
      shared: false,
      isPaused: false,
      log: logger,
    })
  }
}

export const pageHomeRendered: Benchmark = { name: 'page.home.rendered', run }
