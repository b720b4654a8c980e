import { useRevalidator } from '@remix-run/react'
import type { RecordingProgress } from '@residency/domain/recordings'
import { useEffect, useRef, useState } from 'react'

const pollMs = 5_000

/**
 * How far the work on recordings is, by recording, as it happens: server-sent events, or asking every few seconds where they don't get
 * through. The page is loaded anew when one ends.
 */
export function useProgress(): Map<string, RecordingProgress> {
  const [known, setKnown] = useState<Map<string, RecordingProgress>>(() => new Map())
  const { revalidate } = useRevalidator()
  const last = useRef(new Map<string, string>())
  useEffect(() => {
    let poll: ReturnType<typeof setInterval> | undefined
    const hear = (progress: RecordingProgress): void => {
      const before = last.current.get(progress.recordingId)
      const moved = before !== undefined && before !== progress.stage
      last.current.set(progress.recordingId, progress.stage)
      setKnown((now) => new Map(now).set(progress.recordingId, progress))
      if (moved && (progress.stage === 'ready' || progress.stage === 'failed' || progress.stage === 'checked')) revalidate()
    }
    const ask = async (): Promise<void> => {
      const answer = await fetch('/studio/uploads/progress').catch(() => null)
      if (!answer?.ok) return
      const { recordings } = (await answer.json()) as { recordings: RecordingProgress[] }
      for (const progress of recordings) hear(progress)
    }
    const events = new EventSource('/studio/uploads/events')
    events.onmessage = ({ data }) => hear(JSON.parse(String(data)) as RecordingProgress)
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) poll ??= setInterval(ask, pollMs)
    }
    return () => {
      events.close()
      clearInterval(poll)
    }
  }, [revalidate])
  return known
}
