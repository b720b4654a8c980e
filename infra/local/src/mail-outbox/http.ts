import type { IncomingMessage, ServerResponse } from 'node:http'

const largestBody = 40 * 1024 ** 2

export class BodyTooLarge extends Error {}

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > largestBody) throw new BodyTooLarge()
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Null for what is not JSON: the schema behind it refuses that in its own words. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

export function sendHtml(response: ServerResponse, status: number, body: string, policy: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  response.end(body)
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location })
  response.end()
}
