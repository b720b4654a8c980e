import type { AddressInfo } from 'node:net'
import express from 'express'

// The floor of page.home.cached: an Express that does nothing but send the same bytes under the same headers.

/** Node writes these itself, for every server alike. */
const ownOfNode = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

process.once('message', ({ headers, body }: { headers: string[]; body: Uint8Array }) => {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  const pairs: [string, string][] = []
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? ''
    if (!ownOfNode.has(name.toLowerCase())) pairs.push([name, headers[at + 1] ?? ''])
  }
  const bytes = Buffer.from(body)
  app.get('/', (_request, response) => {
    for (const [name, value] of pairs) response.setHeader(name, value)
    response.send(bytes)
  })
  const server = app.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
process.once('disconnect', () => process.exit(0))
