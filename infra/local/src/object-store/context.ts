import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlobFolder } from './blobs.ts'
import type { Catalogue } from './catalogue.ts'
import type { Proof } from './signature.ts'
import { document, type Xml } from './xml.ts'

/** One checked request. */
export interface S3Call {
  request: IncomingMessage
  response: ServerResponse
  query: URLSearchParams
  bucket: string
  key: string
  proof: Proof
  catalogue: Catalogue
  blobs: BlobFolder
}

export function sendXml(response: ServerResponse, xml: Xml, headers: Record<string, string> = {}): void {
  const body = document(xml)
  response.writeHead(200, { ...headers, 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

export function sendNothing(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': '0' }) })
  response.end()
}

export function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name]
  return (Array.isArray(value) ? value.join(',') : value) ?? null
}
