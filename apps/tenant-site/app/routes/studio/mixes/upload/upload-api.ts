/** What the server says no to, in the reader's language. */
export class Refusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

/** Nobody answered, or not sensibly: worth another try. */
export class LineLost extends Error {}

interface OpenUpload {
  uploadId: string
  partBytes: number
  parts: number[]
}
export interface Received {
  mixId: string
  recordingId: string
}
interface SignedPart {
  number: number
  url: string
  headers: Record<string, string>
}

async function ask<T>(method: string, path: string, signal: AbortSignal | null, body?: unknown): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      signal,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw new LineLost(String(error))
  }
  if (answer.status >= 500) throw new LineLost(String(answer.status))
  const told = (await answer.json().catch(() => null)) as { error?: { code: string; message: string } } | null
  if (!answer.ok) throw new Refusal(told?.error?.code ?? String(answer.status), told?.error?.message ?? '')
  return told as T
}

/** Name, size and date: the same file chosen again after the tab was closed goes on where it was. */
export const fileMark = (file: File): string => `${file.name.slice(-255)}|${file.size}|${file.lastModified}`

export const beginUpload = (file: File, mixId: string | null, signal: AbortSignal): Promise<OpenUpload> =>
  ask('POST', '/studio/uploads', signal, {
    filename: file.name,
    bytes: file.size,
    fileMark: fileMark(file),
    ...(mixId ? { mixId } : {}),
  })

export async function signPart(uploadId: string, number: number, sha256: string, signal: AbortSignal): Promise<SignedPart> {
  const { parts } = await ask<{ parts: SignedPart[] }>('POST', `/studio/uploads/${uploadId}/parts`, signal, { parts: [{ number, sha256 }] })
  const [part] = parts
  if (!part) throw new LineLost('no address')
  return part
}

export const finishUpload = (uploadId: string, signal: AbortSignal): Promise<Received> =>
  ask('POST', `/studio/uploads/${uploadId}/completion`, signal, {})

export const giveUpUpload = (uploadId: string): Promise<void> => ask('DELETE', `/studio/uploads/${uploadId}`, null)

/** fetch can't tell how far it got; XMLHttpRequest can. Answers with the status. */
export function putPart(part: SignedPart, bytes: Blob, signal: AbortSignal, onSent: (bytes: number) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = (): void => request.abort()
    const end = (settle: () => void) => () => {
      signal.removeEventListener('abort', stop)
      settle()
    }
    request.open('PUT', part.url)
    for (const [name, value] of Object.entries(part.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.onload = end(() => (request.status >= 500 ? reject(new LineLost(String(request.status))) : resolve(request.status)))
    request.onerror = end(() => reject(new LineLost('the store did not answer')))
    request.ontimeout = request.onerror
    request.onabort = end(() => reject(signal.reason))
    // A line that hangs is a line that is lost: eight megabytes take no ten minutes.
    request.timeout = 10 * 60_000
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) return stop()
    request.send(bytes)
  })
}
