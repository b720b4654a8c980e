import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export interface RedisDoor {
  /** The server's address through this door. */
  url: string
  /** Cuts every connection and lets nobody in. */
  shut(): void
  open(): void
  close(): Promise<void>
}

/** A door before Redis that a test can shut: to its clients the server is gone, to everybody else's tests it is not. */
export async function redisDoor(behind: string): Promise<RedisDoor> {
  const target = new URL(behind)
  const sockets = new Set<Socket>()
  let shut = false
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (shut) return void socket.destroy()
    const inner = connect(Number(target.port || 6379), target.hostname)
    for (const [one, other] of [
      [socket, inner],
      [inner, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
    socket.pipe(inner).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: Object.assign(new URL(behind), { host: `127.0.0.1:${(server.address() as AddressInfo).port}` }).toString(),
    shut: () => {
      shut = true
      cut()
    },
    open: () => {
      shut = false
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        cut()
      }),
  }
}
