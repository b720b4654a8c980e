import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** A request to this machine with a Host of the caller's choice. `abortAfterMs` hangs up in the middle; then there is no answer. */
export function ask(
  port: number,
  path: string,
  options: { host: string; method?: string; headers?: Record<string, string>; body?: string; abortAfterMs?: number; agent?: Agent },
): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    const { host, method = 'GET', headers = {}, body, abortAfterMs } = options
    let aborted = false
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, agent: options.agent ?? agent, headers: { host, ...headers }, timeout: 20_000 },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', (error) => (aborted ? resolve(null) : reject(error)))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
        )
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer within 20 s')))
    outgoing.on('error', (error) => (aborted ? resolve(null) : reject(error)))
    // Hung up at certain moments, a request ends without saying anything but that; whoever waits must be told.
    outgoing.on('close', () => (aborted ? resolve(null) : reject(new Error('the connection ended without an answer'))))
    if (abortAfterMs !== undefined)
      setTimeout(() => {
        aborted = true
        outgoing.destroy()
      }, abortAfterMs)
    outgoing.end(body)
  })
}
