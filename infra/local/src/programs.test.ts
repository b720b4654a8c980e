import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { statusOf } from './programs.ts'

describe('a look at a page', () => {
  it('asks by the name a browser would use, and gives up on one that never answers', async () => {
    const server = createServer(({ headers, url }, response) => {
      if (url === '/') response.writeHead(headers.host?.startsWith('danny.localhost:') ? 200 : 421).end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    expect(await statusOf(port, '/', 'danny.localhost')).toBe(200)
    await expect(statusOf(port, '/silent', 'localhost', 100)).rejects.toThrow('no answer')
    server.closeAllConnections()
    server.close()
  })
})
