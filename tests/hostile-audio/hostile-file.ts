export interface HostileFile {
  name: string
  /** The bytes; a number makes a file of that many bytes without storing them, behind `head`. */
  bytes: Buffer | { head: Buffer; size: number }
}

/** Sound files, a second or two of each kind, and the port of a listener that no file may make anybody call. */
export interface Material {
  wav: Buffer
  aiff: Buffer
  flac: Buffer
  mp3: Buffer
  adts: Buffer
  ogg: Buffer
  opus: Buffer
  m4a: Buffer
  alac: Buffer
  film: Buffer
  silentFilm: Buffer
  theora: Buffer
  other: Record<'mkv' | 'webm' | 'avi' | 'flv' | 'ts' | 'mpg' | 'caf' | 'au' | 'w64' | 'wma' | 'ac3' | 'tta' | 'mxf' | 'nut', Buffer>
  port: number
}

export const file = (name: string, ...parts: (Buffer | string | number[])[]): HostileFile => ({
  name,
  bytes: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part as Buffer)))),
})

/** A copy with some bytes overwritten. */
export function patched(bytes: Buffer, at: number, ...values: number[]): Buffer {
  const copy = Buffer.from(bytes)
  copy.set(values, at)
  return copy
}

export const cut = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share))

/** Always the same noise. */
export function noise(length: number): Buffer {
  let state = 0x2545f491
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state >>> 24
    }),
  )
}

export const le16 = (value: number): number[] => [value & 255, (value >> 8) & 255]
export const le32 = (value: number): number[] => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255]
export const be32 = (value: number): number[] => le32(value).reverse()
