import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { S3Error } from './s3-error.ts'
import { hmac, type Proof, sameText, sha256Hex } from './signature.ts'

const emptyHash = sha256Hex('')
const longestLine = 16 * 1024

/**
 * Takes the `aws-chunked` framing off a body: `<size in hex>[;chunk-signature=…]`, the bytes, …, `0`, trailing headers.
 * Checks each chunk's signature when the body is signed by chunk, and the trailer's.
 * Source: "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks", Amazon S3 API Reference.
 */
export class ChunkedDecoder extends Transform {
  /** Headers that came behind the bytes; complete once the stream has ended. */
  readonly trailers = new Map<string, string>()
  private readonly proof: Proof
  private readonly signed: boolean
  private previous: string
  private state: 'size' | 'bytes' | 'gap' | 'trailers' | 'done' = 'size'
  private line = ''
  private left = 0
  private claimed = ''
  private hash = createHash('sha256')

  constructor(proof: Proof) {
    super()
    this.proof = proof
    this.signed = proof.payload.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD')
    this.previous = proof.signature
  }

  override _transform(input: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      let rest = input
      while (rest.length > 0) rest = this.state === 'bytes' ? this.takeBytes(rest) : this.takeLine(rest)
      done()
    } catch (error) {
      done(error as Error)
    }
  }

  override _flush(done: TransformCallback): void {
    done(this.state === 'done' ? null : new S3Error('IncompleteBody', 'The body ended before its last chunk.'))
  }

  private takeBytes(input: Buffer): Buffer {
    const bytes = input.subarray(0, this.left)
    this.left -= bytes.length
    if (this.signed) this.hash.update(bytes)
    this.push(bytes)
    if (this.left === 0) {
      this.checkChunk(this.signed ? this.hash.digest('hex') : '')
      this.hash = createHash('sha256')
      this.state = 'gap'
    }
    return input.subarray(bytes.length)
  }

  private takeLine(input: Buffer): Buffer {
    const end = input.indexOf(10)
    this.line += input.subarray(0, end < 0 ? input.length : end).toString('latin1')
    if (this.line.length > longestLine) throw new S3Error('InvalidRequest', 'A line of the chunked body is too long.')
    if (end < 0) return Buffer.alloc(0)
    const line = this.line.replace(/\r$/, '')
    this.line = ''
    this.readLine(line)
    return input.subarray(end + 1)
  }

  private readLine(line: string): void {
    if (this.state === 'gap') {
      if (line !== '') throw new S3Error('InvalidRequest', 'A chunk is longer than it says.')
      this.state = 'size'
    } else if (this.state === 'size') {
      const [size = '', extension = ''] = line.split(';')
      if (!/^[0-9a-f]{1,12}$/i.test(size)) throw new S3Error('InvalidRequest', 'A chunk has no size.')
      this.left = Number.parseInt(size, 16)
      this.claimed = extension.replace(/^chunk-signature=/, '')
      if (this.left === 0) this.checkChunk(emptyHash)
      this.state = this.left === 0 ? 'trailers' : 'bytes'
    } else if (this.state === 'trailers' && line === '') {
      this.finish()
    } else if (this.state === 'trailers') {
      const colon = line.indexOf(':')
      this.trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
    }
  }

  private checkChunk(contentHash: string): void {
    if (!this.signed) return
    const wanted = this.sign('AWS4-HMAC-SHA256-PAYLOAD', `${emptyHash}\n${contentHash}`)
    if (!sameText(wanted, this.claimed)) throw new S3Error('SignatureDoesNotMatch', 'The signature of a chunk does not match.')
    this.previous = wanted
  }

  private finish(): void {
    this.state = 'done'
    const claimed = this.trailers.get('x-amz-trailer-signature')
    this.trailers.delete('x-amz-trailer-signature')
    if (!this.signed || this.trailers.size === 0) return
    const text = [...this.trailers].map(([name, value]) => `${name}:${value}\n`).join('')
    if (!sameText(this.sign('AWS4-HMAC-SHA256-TRAILER', sha256Hex(text)), claimed ?? ''))
      throw new S3Error('SignatureDoesNotMatch', 'The signature of the trailer does not match.')
  }

  private sign(kind: string, content: string): string {
    const { amzDate, scope, key } = this.proof
    return hmac(key, [kind, amzDate, scope, this.previous, content].join('\n')).toString('hex')
  }
}
