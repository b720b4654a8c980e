import type Uppy from '@uppy/core'
import type { Body, UppyFile } from '@uppy/core/utils'
import { sendFile } from './send-file.ts'
import { fileMark, giveUpUpload, type Received, Refusal } from './upload-api.ts'

interface FileMeta {
  [name: string]: unknown
  mixId: string | null
}
type Store = Uppy<FileMeta, Body>
type Phase = 'waiting' | 'sending' | 'offline' | 'paused' | 'finishing' | 'done' | 'failed'

export interface UploadView {
  id: string
  name: string
  bytes: number
  sent: number
  /** Bytes a second over the last seconds; null while that says nothing. */
  speed: number | null
  phase: Phase
  /** Why it failed, in the reader's language; '' when nobody said. */
  why: string
  /** `unreadable`, `store`, `duplicate` or the server's own. */
  code: string | null
  fileMark: string
  /** The mix whose audio it replaces. */
  mixId: string | null
  received: Received | null
}

interface Work {
  phase: Phase
  code: string | null
  uploadId: string | null
  received: Received | null
  stop: AbortController | null
  samples: { at: number; sent: number }[]
}

/** Two at once: enough to fill a line, few enough that each gets somewhere. */
const atOnce = 2
const speedOverMs = 5_000
const paused = new Error('paused')
const removed = new Error('removed')

/**
 * The browser's uploads: one for the whole studio, outside of every page, so that they go on while one walks through it. Uppy keeps the files
 * and their state; the parts go by our own addresses (send-file.ts). Loaded when the first file is chosen.
 */
let uppy: Store | null = null
const works = new Map<string, Work>()
const listeners = new Set<() => void>()
const arrivals = new Set<(received: Received) => void>()
let shown: UploadView[] = []
let running = 0

const nothing: UploadView[] = []
export const shownUploads = (): UploadView[] => shown
export const noUploads = (): UploadView[] => nothing
export function followUploads(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
/** Calls `hear` when a file has arrived whole. */
export function followArrivals(hear: (received: Received) => void): () => void {
  arrivals.add(hear)
  return () => arrivals.delete(hear)
}

const isUnderWay = ({ phase }: { phase: Phase }): boolean => phase !== 'done' && phase !== 'failed'
const ask = (event: BeforeUnloadEvent): void => event.preventDefault()

function publish(): void {
  shown = (uppy?.getFiles() ?? []).map((file) => viewOf(file, workOf(file.id)))
  if (shown.some(isUnderWay)) addEventListener('beforeunload', ask)
  else removeEventListener('beforeunload', ask)
  for (const listener of listeners) listener()
}

function workOf(id: string): Work {
  const known = works.get(id)
  if (known) return known
  const work: Work = { phase: 'waiting', code: null, uploadId: null, received: null, stop: null, samples: [] }
  works.set(id, work)
  return work
}

function viewOf(file: UppyFile<FileMeta, Body>, work: Work): UploadView {
  const { samples, phase, code, received } = work
  const [first, last] = [samples[0], samples.at(-1)]
  const ms = first && last ? last.at - first.at : 0
  return {
    id: file.id,
    name: file.name,
    bytes: file.size ?? 0,
    sent: phase === 'done' ? (file.size ?? 0) : file.progress.bytesUploaded || 0,
    speed: phase === 'sending' && first && last && ms > 500 ? ((last.sent - first.sent) / ms) * 1_000 : null,
    phase,
    code,
    why: file.error ?? '',
    fileMark: file.data instanceof File ? fileMark(file.data) : '',
    mixId: file.meta.mixId,
    received,
  }
}

async function open(): Promise<Store> {
  if (uppy) return uppy
  const { default: Uppy } = await import('@uppy/core')
  const made: Store = new Uppy<FileMeta, Body>({ id: 'mixes', autoProceed: true, allowMultipleUploadBatches: true, logger: silent })
  made.setState({ capabilities: { ...made.getState().capabilities, resumableUploads: true, individualCancellation: true } })
  made.addUploader(async (ids) => {
    await Promise.all(ids.map((id) => inTurn(made, id)))
  })
  made.on('state-update', publish)
  made.on('upload-pause', (file, isPaused) => {
    if (!file) return
    if (isPaused) workOf(file.id).stop?.abort(paused)
    wake()
  })
  made.on('file-removed', ({ id }) => {
    const work = works.get(id)
    works.delete(id)
    work?.stop?.abort(removed)
    if (work?.uploadId && !work.received) giveUpUpload(work.uploadId).catch(() => undefined)
    publish()
    wake()
  })
  uppy = made
  return made
}

const silent = { debug: () => undefined, warn: () => undefined, error: () => undefined }

const waiting = new Set<() => void>()
const wake = (): void => {
  for (const go of waiting) go()
}
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      waiting.delete(go)
      resolve()
    }
    waiting.add(go)
  })

/** Waits until it is its turn, sends, and begins again where it was when it was paused meanwhile. */
async function inTurn(store: Store, id: string): Promise<void> {
  const set = (more: Partial<Work>): void => {
    Object.assign(workOf(id), more)
    publish()
  }
  for (;;) {
    const file = store.getFiles().find((one) => one.id === id)
    if (!file) return
    if (file.isPaused || running >= atOnce) {
      set({ phase: file.isPaused ? 'paused' : 'waiting', samples: [] })
      await pause()
      continue
    }
    running += 1
    try {
      await sendOne(store, file, set)
      return
    } catch (error) {
      if (error === removed) return
      if (error === paused) continue
      const refusal = error instanceof Refusal ? error : new Refusal('unexpected', '')
      set({ phase: 'failed', code: refusal.code, stop: null })
      store.emit('upload-error', store.getFile(id), { name: refusal.name, message: refusal.message })
      return
    } finally {
      running -= 1
      wake()
    }
  }
}

async function sendOne(store: Store, file: UppyFile<FileMeta, Body>, set: (more: Partial<Work>) => void): Promise<void> {
  const { id, data } = file
  if (!(data instanceof File)) throw new Refusal('unreadable', '')
  const stop = new AbortController()
  const uploadStarted = Date.now()
  set({ stop, phase: 'sending', code: null, samples: [] })
  store.emit('upload-start', [file])
  const received = await sendFile(data, {
    mixId: file.meta.mixId,
    signal: stop.signal,
    onBegun: (uploadId) => set({ uploadId }),
    onPhase: (phase) => set(phase === 'sending' ? { phase } : { phase, samples: [] }),
    onSent: (sent) => {
      const now = Date.now()
      const { samples } = workOf(id)
      set({ samples: [...samples.filter(({ at }) => now - at < speedOverMs), { at: now, sent }] })
      store.emit('upload-progress', store.getFile(id), { uploadStarted, bytesUploaded: sent, bytesTotal: data.size })
    },
  })
  set({ phase: 'done', received, stop: null })
  store.emit('upload-success', store.getFile(id), { status: 200, body: { ...received } })
  for (const hear of arrivals) hear(received)
}

/** Begins with these files; one that is on its way already stays as it is. */
export async function addUploads(files: Iterable<File>, mixId: string | null = null): Promise<void> {
  const store = await open()
  for (const data of files) {
    const known = shown.find((upload) => upload.fileMark === fileMark(data) && upload.mixId === mixId)
    if (known && isUnderWay(known)) continue
    if (known?.phase === 'failed') retryUpload(known.id)
    else {
      if (known) store.removeFile(known.id)
      // Uppy tells files apart by name, kind and size; the same file may well be the audio of two mixes.
      store.addFile({ name: data.name, type: data.type, data, meta: { mixId, relativePath: mixId ?? '' } })
    }
  }
}

export function pauseUpload(id: string): void {
  uppy?.pauseResume(id)
  publish()
}
export function retryUpload(id: string): void {
  const work = workOf(id)
  Object.assign(work, { phase: 'waiting', code: null })
  uppy?.retryUpload(id).catch(() => undefined)
}
/** Takes it out of the list; what was not finished is given up, and its parts are forgotten. */
export const removeUpload = (id: string): void => uppy?.removeFile(id)
export function removeFinished(): void {
  for (const { id, phase } of shown) if (phase === 'done' || phase === 'failed') removeUpload(id)
}
