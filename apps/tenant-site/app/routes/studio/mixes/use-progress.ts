import { useRevalidator } from '@remix-run/react'
import type { RecordingProgress } from '@residency/domain/recordings'
import { useEffect, useSyncExternalStore } from 'react'

type Known = ReadonlyMap<string, RecordingProgress>

const pollMs = 5_000

/** One line to the server for all that shows progress: a browser has few to a host. Open while something listens. */
let known: Known = new Map()
let close: (() => void) | null = null
const listeners = new Set<() => void>()
/** Called when the work on a recording has got somewhere that changes what a page says. */
const turns = new Set<() => void>()

const nothing: Known = new Map()
const turning = new Set(['checked', 'ready', 'failed'])

function hear(progress: RecordingProgress): void {
  const before = known.get(progress.recordingId)
  known = new Map(known).set(progress.recordingId, progress)
  for (const listener of listeners) listener()
  if (before && before.stage !== progress.stage && turning.has(progress.stage)) for (const turn of turns) turn()
}

async function ask(): Promise<void> {
  const answer = await fetch('/studio/uploads/progress').catch(() => null)
  if (!answer?.ok) return
  const { recordings } = (await answer.json()) as { recordings: RecordingProgress[] }
  for (const progress of recordings) hear(progress)
}

function open(): () => void {
  let poll: ReturnType<typeof setInterval> | undefined
  const events = new EventSource('/studio/uploads/events')
  events.onmessage = ({ data }) => hear(JSON.parse(String(data)) as RecordingProgress)
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) poll ??= setInterval(ask, pollMs)
  }
  return () => {
    events.close()
    clearInterval(poll)
  }
}

function follow(listener: () => void): () => void {
  listeners.add(listener)
  close ??= open()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    close?.()
    close = null
  }
}

/**
 * How far the work on recordings is, by recording, as it happens: server-sent events, or asking every few seconds where they don't get
 * through.
 */
export const useProgress = (): Known =>
  useSyncExternalStore(
    follow,
    () => known,
    () => nothing,
  )

/** Loads the page anew when the work on a recording has ended or told something new. Once a page: for its outermost part. */
export function useProgressTurns(): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    turns.add(revalidate)
    return () => {
      turns.delete(revalidate)
    }
  }, [revalidate])
}
