import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { tenantRef } from '@residency/db'
import { signedIn } from '../../packages/domain/src/testing/signed-in.ts'
import { ask } from '../support/ask.ts'
import { type BenchContext, hostOf, slug } from './benchmark.ts'

/** Bytes that are made when they are asked for: a gigabyte is nowhere as a whole. */
export interface Source {
  filename: string
  bytes: number
  read(first: number, bytes: number): Buffer
}

interface Begun {
  uploadId: string
  partBytes: number
  parts: number[]
}

export interface PutOptions {
  /** Where the store is reached from here, when that is not what the address says. */
  through?: { host: string; port: number }
  /** Called when half of the part is on its way. */
  onHalf?: () => void
}

/** Does what the studio's page does: words by JSON to the site, bytes to the store. One part after another. */
export class Uploader {
  readonly #port: number
  readonly #host: string
  readonly #cookie: string

  private constructor(port: number, host: string, token: string) {
    this.#port = port
    this.#host = host
    this.#cookie = `__Host-session=${token}`
  }

  static async signIn(context: BenchContext): Promise<Uploader> {
    const { rows } = await context.owner.query<{ id: string }>('select id from tenant where slug = $1', [slug])
    const { token } = await signedIn(tenantRef('cli', rows[0]?.id ?? ''), { role: 'owner' })
    return new Uploader(context.installation.services.ports.site, hostOf(context), token)
  }

  async say<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.get(path, method, body)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body.slice(0, 300)}`)
    return JSON.parse(answer.body) as T
  }

  async get(path: string, method = 'GET', body?: unknown) {
    const text = body === undefined ? '' : JSON.stringify(body)
    const headers = { cookie: this.#cookie, origin: `http://${this.#host}`, 'content-length': String(Buffer.byteLength(text)) }
    const answer = await ask(this.#port, path, { host: this.#host, method, body: text, headers })
    if (!answer) throw new Error(`${path} was not answered`)
    return answer
  }

  begin({ filename, bytes }: Source): Promise<Begun> {
    return this.say<Begun>('POST', '/studio/uploads', { filename, bytes, fileMark: `${filename}|${bytes}` })
  }

  present(uploadId: string): Promise<Begun> {
    return this.say<Begun>('GET', `/studio/uploads/${uploadId}`)
  }

  async put(source: Source, { uploadId, partBytes }: Begun, number: number, options: PutOptions = {}): Promise<void> {
    const first = (number - 1) * partBytes
    const bytes = source.read(first, Math.min(partBytes, source.bytes - first))
    const sha256 = createHash('sha256').update(bytes).digest('base64')
    const signed = await this.say<{ parts: { url: string; headers: Record<string, string> }[] }>(
      'POST',
      `/studio/uploads/${uploadId}/parts`,
      { parts: [{ number, sha256 }] },
    )
    const [part] = signed.parts
    if (!part) throw new Error('no part was signed')
    await putBytes(part, bytes, options)
  }

  complete(uploadId: string): Promise<{ mixId: string; recordingId: string }> {
    return this.say('POST', `/studio/uploads/${uploadId}/completion`)
  }
}

function putBytes(part: { url: string; headers: Record<string, string> }, bytes: Buffer, { through, onHalf }: PutOptions): Promise<void> {
  const url = new URL(part.url)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        method: 'PUT',
        host: through?.host ?? url.hostname,
        port: through?.port ?? url.port,
        path: `${url.pathname}${url.search}`,
        headers: { ...part.headers, host: url.host, 'content-length': bytes.length },
        agent: false,
      },
      (response) => {
        response.resume()
        response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`the store answered ${response.statusCode}`))))
        response.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    const half = Math.floor(bytes.length / 2)
    outgoing.write(bytes.subarray(0, half), () => {
      onHalf?.()
      outgoing.end(bytes.subarray(half))
    })
  })
}
