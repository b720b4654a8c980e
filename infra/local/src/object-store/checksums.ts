import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { S3Error } from './s3-error.ts'

/** Takes bytes as they pass and says at the end what they come to, in base64. */
export interface Summing {
  update(bytes: Buffer): void
  digest(): string
}

const base64 = (value: number): string => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes.toString('base64')
}

function castagnoliTable(): Uint32Array {
  const polynomial = 0x82f63b78
  return Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
    return value >>> 0
  })
}

let table: Uint32Array | undefined

function crc32c(bytes: Buffer, before: number): number {
  table ??= castagnoliTable()
  let value = ~before >>> 0
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return ~value >>> 0
}

function cyclic(step: (bytes: Buffer, before: number) => number): Summing {
  let value = 0
  const update = (bytes: Buffer): void => {
    value = step(bytes, value)
  }
  return { update, digest: () => base64(value) }
}

function hashed(algorithm: 'sha1' | 'sha256' | 'md5'): Summing {
  const hash = createHash(algorithm)
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('base64') }
}

const makers: Record<string, () => Summing> = {
  'x-amz-checksum-crc32': () => cyclic((bytes, before) => crc32(bytes, before)),
  'x-amz-checksum-crc32c': () => cyclic(crc32c),
  'x-amz-checksum-sha1': () => hashed('sha1'),
  'x-amz-checksum-sha256': () => hashed('sha256'),
  'content-md5': () => hashed('md5'),
}

/** The sum that a header or a trailer of this name announces. */
export function summingFor(header: string): Summing {
  const make = makers[header]
  if (!make)
    throw new S3Error('NotImplemented', `The checksum ${header} is not supported by this server; use CRC32, CRC32C, SHA1 or SHA256.`)
  return make()
}

export const isChecksum = (header: string): boolean =>
  header === 'content-md5' ||
  (/^x-amz-checksum-/.test(header) && !['x-amz-checksum-mode', 'x-amz-checksum-algorithm', 'x-amz-checksum-type'].includes(header))
