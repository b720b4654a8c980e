/** A range of a body's bytes, both ends included. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * What a Range header asks of a body of `length` bytes (RFC 9110, 14.1.2): one range; null for the whole (no header, several ranges, another
 * unit); 'unsatisfiable' when none of it is there.
 */
export function byteRange(header: string | undefined, length: number): ByteRange | null | 'unsatisfiable' {
  const found = header === undefined ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim())
  if (!found || (found[1] === '' && found[2] === '')) return null
  if (found[1] === '') {
    const suffix = Number(found[2])
    return suffix === 0 || length === 0 ? 'unsatisfiable' : { first: Math.max(0, length - suffix), last: length - 1 }
  }
  const first = Number(found[1])
  const last = found[2] === '' ? length - 1 : Math.min(Number(found[2]), length - 1)
  if (found[2] !== '' && Number(found[2]) < first) return null
  return first >= length ? 'unsatisfiable' : { first, last }
}
