import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { closeServer, listen } from '../machine/http-server.ts'
import { BlobFolder } from './blobs.ts'
import { Catalogue } from './catalogue.ts'
import { headerOf } from './context.ts'
import { dispatch } from './router.ts'
import { S3Error } from './s3-error.ts'
import { type Credentials, checkSignature, decodePath } from './signature.ts'
import { errorDocument } from './xml.ts'

export interface ObjectStoreOptions {
  folder: string
  port: number
  credentials: Credentials
  /** Buckets that are there from the start. */
  buckets: string[]
  now?: () => Date
}

export interface ObjectStore {
  endpoint: string
  stop(): Promise<void>
}

/** A small S3: what the application asks of the real one, with the same signatures, answers and refusals. */
export async function startObjectStore({
  folder,
  port,
  credentials,
  buckets,
  now = () => new Date(),
}: ObjectStoreOptions): Promise<ObjectStore> {
  await mkdir(folder, { recursive: true })
  const catalogue = new Catalogue(join(folder, 'catalogue.sqlite'))
  const blobs = new BlobFolder(folder)
  const known = catalogue.blobIds()
  await blobs.open((id) => known.has(id))
  for (const bucket of buckets) catalogue.createBucket(bucket)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s)
    const query = new URLSearchParams(search)
    const proof = checkSignature(request, query, credentials, now())
    const [, bucket = '', ...rest] = decodePath(path).split('/')
    // A client that announces its body waits to be told that the request as such is fine.
    if (headerOf(request, 'expect')?.toLowerCase() === '100-continue') response.writeContinue()
    await dispatch({ request, response, query, bucket, key: rest.join('/'), proof, catalogue, blobs })
  }

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const requestId = randomUUID()
    response.setHeader('x-amz-request-id', requestId)
    allowBrowsers(request, response)
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    answer(request, response).catch((error: unknown) => refuse(request, response, error, requestId))
  }

  const server = createServer({ requestTimeout: 0 }, handle)
  server.on('checkContinue', handle)
  return {
    endpoint: await listen(server, port),
    stop: async () => {
      await closeServer(server)
      catalogue.close()
    },
  }
}

/** Any origin may call: what counts is the signature, and local sites have many hosts. */
function allowBrowsers(request: IncomingMessage, response: ServerResponse): void {
  const origin = headerOf(request, 'origin')
  if (!origin) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-expose-headers', 'etag, content-length, content-range, accept-ranges, x-amz-request-id')
  response.appendHeader('vary', 'origin')
  if (request.method !== 'OPTIONS') return
  response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT, POST, DELETE')
  response.setHeader('access-control-allow-headers', headerOf(request, 'access-control-request-headers') ?? '*')
  response.setHeader('access-control-max-age', '3000')
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown, requestId: string): void {
  const known = asS3Error(error)
  if (response.headersSent || response.destroyed) return void response.destroy()
  const body = errorDocument(known.code, known.message, (request.url ?? '/').split('?')[0] ?? '/', requestId)
  // The body may still be on its way: end the connection instead of reading what is refused.
  const headers = { ...known.headers, 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body), connection: 'close' }
  response.writeHead(known.status, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

function asS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return new S3Error('ServiceUnavailable', 'The disk is full: free some space and try again.')
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET')
    return new S3Error('IncompleteBody', 'The connection ended before the body did.')
  return new S3Error('InternalError', message)
}
