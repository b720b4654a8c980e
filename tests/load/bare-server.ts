import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The floor of stream.segment: Node's own server that does nothing but send the same bytes from memory.

process.once('message', ({ body, type }: { body: Uint8Array; type: string }) => {
  const bytes = Buffer.from(body)
  const head = ['content-type', type, 'content-length', String(bytes.length)]
  const server = createServer((_request, response) => {
    response.writeHead(200, head)
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
process.once('disconnect', () => process.exit(0))
