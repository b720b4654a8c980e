import { beginUpload, finishUpload, LineLost, putPart, type Received, Refusal, signPart } from './upload-api.ts'

export interface SendOptions {
  /** The mix whose audio it will be; null makes a new draft. */
  mixId: string | null
  signal: AbortSignal
  onBegun: (uploadId: string) => void
  /** Bytes of the file that have arrived, or are on their way. */
  onSent: (bytes: number) => void
  /** `offline`: waits for the line. `finishing`: everything is there. */
  onPhase: (phase: 'sending' | 'offline' | 'finishing') => void
}

/** Addresses the store refuses are asked for anew this often; then the file is to blame, or the clock. */
const mostSignings = 4
/** Parts that the store has lost again are sent again this often. */
const mostRounds = 3

/** After a lost line: 1, 2, 4 … 30 s, or at once when the browser says it is back. */
const wait = (tries: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (settle: () => void) => (): void => {
      clearTimeout(timer)
      removeEventListener('online', onBack)
      signal.removeEventListener('abort', onAbort)
      settle()
    }
    const onBack = end(resolve)
    const onAbort = end(() => reject(signal.reason))
    const timer = setTimeout(onBack, Math.min(30_000, 1_000 * 2 ** tries))
    addEventListener('online', onBack)
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
  })

/** Does something again and again while it is the line that fails. */
async function patiently<T>({ signal, onPhase }: SendOptions, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      const done = await work()
      if (tries > 0) onPhase('sending')
      return done
    } catch (error) {
      if (!(error instanceof LineLost)) throw error
      onPhase('offline')
      await wait(tries, signal)
    }
  }
}

async function sha256(bytes: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()))
  return btoa(String.fromCharCode(...hash))
}

/**
 * Sends a file in parts, one at a time, each with its checksum; parts that are in the store already are not sent again, so that a cut line
 * costs one part at most. Goes on by itself when the line comes back. Rejects with a Refusal, or with the signal's reason.
 */
export async function sendFile(file: File, options: SendOptions): Promise<Received> {
  const { mixId, signal, onBegun, onSent, onPhase } = options
  for (let round = 1; ; round += 1) {
    const { uploadId, partBytes, parts } = await patiently(options, () => beginUpload(file, mixId, signal))
    onBegun(uploadId)
    const count = Math.ceil(file.size / partBytes)
    const stored = new Set(parts)
    const bytesOf = (number: number): Blob => file.slice((number - 1) * partBytes, number * partBytes)
    let arrived = 0
    for (const number of stored) arrived += bytesOf(number).size
    onSent(arrived)
    onPhase('sending')
    for (let number = 1; number <= count; number += 1) {
      if (stored.has(number)) continue
      const bytes = bytesOf(number)
      await sendPart(uploadId, number, bytes, options, (sent) => onSent(arrived + Math.min(sent, bytes.size)))
      arrived += bytes.size
      onSent(arrived)
    }
    onPhase('finishing')
    try {
      return await patiently(options, () => finishUpload(uploadId, signal))
    } catch (error) {
      // The store has lost a part: look again which there are.
      if (!(error instanceof Refusal && error.code === 'conflict') || round >= mostRounds) throw error
    }
  }
}

async function sendPart(
  uploadId: string,
  number: number,
  bytes: Blob,
  options: SendOptions,
  onSent: (bytes: number) => void,
): Promise<void> {
  const { signal } = options
  const hash = await sha256(bytes).catch(() => {
    // The file was moved or changed on the disk while it was read.
    throw new Refusal('unreadable', '')
  })
  for (let signings = 1; ; signings += 1) {
    const status = await patiently(options, async () => putPart(await signPart(uploadId, number, hash, signal), bytes, signal, onSent))
    if (status >= 200 && status < 300) return
    if (signings >= mostSignings) throw new Refusal('store', '')
  }
}
