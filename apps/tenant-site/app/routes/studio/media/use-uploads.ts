import { useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useReducer, useRef } from 'react'

export interface Upload {
  key: number
  file: File
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** Of the bytes, 0..1. At 1 the server is still looking at the picture. */
  sent: number
  /** Why not, in the reader's language; '' when nobody answered. */
  why: string
}

type Change =
  | { type: 'add'; uploads: Upload[] }
  | { type: 'set'; key: number; to: Partial<Upload> }
  | { type: 'drop'; state: Upload['state'] }

function reduce(uploads: Upload[], change: Change): Upload[] {
  if (change.type === 'add') return [...uploads, ...change.uploads]
  if (change.type === 'drop') return uploads.filter((upload) => upload.state !== change.state)
  return uploads.map((upload) => (upload.key === change.key ? { ...upload, ...change.to } : upload))
}

/** Two at once: enough to fill a line, few enough that each gets somewhere. */
const atOnce = 2

/** fetch can't tell how far it got; XMLHttpRequest can. */
function send(file: File, onSent: (part: number) => void): Promise<{ ok: boolean; why: string }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/studio/media/uploads')
    request.upload.onprogress = (event) => onSent(event.lengthComputable ? event.loaded / event.total : 0)
    request.onload = () => {
      const isText = request.getResponseHeader('content-type')?.startsWith('text/plain') ?? false
      resolve({ ok: request.status === 201, why: isText ? request.responseText.trim() : '' })
    }
    request.onerror = () => resolve({ ok: false, why: '' })
    request.ontimeout = request.onerror
    const body = new FormData()
    body.set('file', file)
    request.send(body)
  })
}

/** Many pictures, one request each: a picture that is refused, or a line that breaks, stops no other. */
export function useUploads(refusalOf: (file: File) => string | null) {
  const [uploads, change] = useReducer(reduce, [])
  const { revalidate } = useRevalidator()
  const next = useRef(0)
  const running = useRef(new Set<number>())

  useEffect(() => {
    for (const upload of uploads) {
      if (upload.state !== 'waiting' || running.current.size >= atOnce || running.current.has(upload.key)) continue
      const { key, file } = upload
      running.current.add(key)
      change({ type: 'set', key, to: { state: 'sending', sent: 0, why: '' } })
      send(file, (sent) => change({ type: 'set', key, to: { sent } })).then(({ ok, why }) => {
        running.current.delete(key)
        change({ type: 'set', key, to: { state: ok ? 'done' : 'failed', why } })
        // The library shows what has arrived once nothing is on its way any more.
        if (running.current.size === 0) revalidate()
      })
    }
  }, [uploads, revalidate])

  const add = useCallback(
    (files: Iterable<File>) =>
      change({
        type: 'add',
        uploads: [...files].map((file) => {
          next.current += 1
          const why = refusalOf(file)
          return { key: next.current, file, state: why === null ? 'waiting' : 'failed', sent: 0, why: why ?? '' }
        }),
      }),
    [refusalOf],
  )
  const retry = useCallback((key: number) => change({ type: 'set', key, to: { state: 'waiting', why: '' } }), [])
  const clear = useCallback(() => {
    change({ type: 'drop', state: 'done' })
    change({ type: 'drop', state: 'failed' })
  }, [])
  return { uploads, add, retry, clear }
}
