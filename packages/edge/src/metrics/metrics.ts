import { createServer, type Server } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  registry: Registry
  requests: Counter<'kind' | 'status'>
  seconds: Histogram<'kind'>
  /** How a page that may be shared was answered: hit, stale, made, last-known, cheap. */
  pages: Counter<'outcome'>
  hosts: Counter<'outcome'>
  refused: Counter<'reason'>
}

/** The process's figures. Labels are few and ours: no path, host or tenant, which visitors could multiply. */
export function createMetrics(gauges: { inFlight: () => number; cachedBytes: () => number }): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered',
    registers,
    collect() {
      this.set(gauges.inFlight())
    },
  })
  new Gauge({
    name: 'page_cache_bytes',
    help: 'Bytes of pages kept in memory',
    registers,
    collect() {
      this.set(gauges.cachedBytes())
    },
  })
  return {
    registry,
    requests: new Counter({ name: 'http_requests_total', help: 'Answered requests', labelNames: ['kind', 'status'], registers }),
    seconds: new Histogram({
      name: 'http_request_seconds',
      help: 'Time from the request to the end of the answer',
      labelNames: ['kind'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    pages: new Counter({ name: 'pages_total', help: 'Shared pages by how they were answered', labelNames: ['outcome'], registers }),
    hosts: new Counter({ name: 'host_lookups_total', help: 'Host names looked up beyond memory', labelNames: ['outcome'], registers }),
    refused: new Counter({ name: 'requests_refused_total', help: 'Requests refused at the door', labelNames: ['reason'], registers }),
  }
}

/** Serves the figures on a port of their own, which no visitor reaches. */
export function serveMetrics(registry: Registry, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
