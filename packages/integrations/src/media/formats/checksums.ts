const tableOf = (bits: 8 | 16, polynomial: number): Uint16Array =>
  Uint16Array.from({ length: 256 }, (_, byte) => {
    const top = 1 << (bits - 1)
    let sum = byte << (bits - 8)
    for (let bit = 0; bit < 8; bit += 1) sum = sum & top ? (sum << 1) ^ polynomial : sum << 1
    return sum & (2 ** bits - 1)
  })

const table8 = tableOf(8, 0x07)
const table16 = tableOf(16, 0x8005)

/** CRC-8 of FLAC's frame header (RFC 9639, 9.1.8). */
export function crc8(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let sum = 0
  for (let at = from; at < to; at += 1) sum = table8[sum ^ (bytes[at] as number)] as number
  return sum
}

/** CRC-16 of a whole FLAC frame (RFC 9639, 9.3). */
export function crc16(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let sum = 0
  for (let at = from; at < to; at += 1) sum = ((sum << 8) & 0xffff) ^ (table16[(sum >> 8) ^ (bytes[at] as number)] as number)
  return sum
}
