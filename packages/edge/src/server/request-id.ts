import { randomBytes } from 'node:crypto'

const start = randomBytes(6)
  .toString('base64url')
  .replace(/[^A-Za-z0-9]/g, 'x')
let count = 0

/** Unique and short enough to be read out on the phone: the process's own beginning and a running number. */
export function nextRequestId(): string {
  count += 1
  return `${start}-${count.toString(36)}`
}
