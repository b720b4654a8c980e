import { createServer, type Server } from 'node:http'
import type { Registry } from 'prom-client'

/** `/healthz`, `/readyz` and `/metrics` on the inner port, which no visitor reaches. */
export function serveInside(options: { port: number; host: string; registry: Registry; ready: () => Promise<boolean> }): Promise<Server> {
  const { port, host, registry, ready } = options
  const answers: Record<string, () => Promise<{ status: number; type: string; text: string }>> = {
    '/healthz': async () => ({ status: 200, type: 'text/plain', text: 'ok\n' }),
    '/readyz': async () =>
      (await ready()) ? { status: 200, type: 'text/plain', text: 'ready\n' } : { status: 503, type: 'text/plain', text: 'not ready\n' },
    '/metrics': async () => ({ status: 200, type: registry.contentType, text: await registry.metrics() }),
  }
  const server = createServer((request, response) => {
    const answer = request.method === 'GET' ? answers[request.url ?? ''] : undefined
    if (!answer) return void response.writeHead(404).end()
    answer().then(
      ({ status, type, text }) => response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
