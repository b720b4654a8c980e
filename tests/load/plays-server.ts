import { serveTestSite } from '../../packages/edge/src/testing/serve-test-site.ts'

// One process that takes plays as a site does, without pages: for plays.ingest, which ends it with SIGKILL. Every caller stands for a listener
// behind a proxy, since one address alone has its share.
const site = await serveTestSite(async () => new Response('', { status: 404 }), { env: { TRUSTED_PROXIES: '127.0.0.1' } as never })
process.send?.(site.port)
