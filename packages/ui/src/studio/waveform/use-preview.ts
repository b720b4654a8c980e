/// <reference path="../../player/engine/hls-light.d.ts" />
import { useCallback, useEffect, useRef, useState } from 'react'

/** What the preview needs of `GET /listen/<mixId>`. */
interface Heard {
  durationMs: number
  peaks: string | null
  stream: { master: string; qualities: string[] } | null
}

export interface Preview {
  state: 'loading' | 'ready' | 'none' | 'failed'
  /** base64, one byte a column */
  peaks: string | null
  playing: boolean
  positionMs: number
  toggle: () => void
  seek: (ms: number) => void
}

/** Good to judge by, and light enough for a studio on a train. */
const wanted = ['aac256', 'aac320', 'aac128']

/** Hears one version of a mix's audio before anybody else does. `recordingId` null: there is none yet. */
export function usePreview(mixId: string, recordingId: string | null): Preview {
  const [heard, setHeard] = useState<Heard | null>(null)
  const [state, setState] = useState<Preview['state']>(recordingId ? 'loading' : 'none')
  const [playing, setPlaying] = useState(false)
  const [positionMs, setPosition] = useState(0)
  const audio = useRef<HTMLAudioElement | null>(null)
  const end = useRef<() => void>(() => undefined)
  const startAt = useRef(0)

  useEffect(() => {
    if (!recordingId) return setState('none')
    const asked = new AbortController()
    setState('loading')
    setHeard(null)
    setPosition(0)
    startAt.current = 0
    fetch(`/listen/${mixId}?recording=${recordingId}`, { signal: asked.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        const told = (await answer.json()) as Heard
        setHeard(told)
        setState(told.stream ? 'ready' : 'none')
      })
      .catch(() => asked.signal.aborted || setState('failed'))
    return () => {
      asked.abort()
      end.current()
      end.current = () => undefined
      audio.current = null
      setPlaying(false)
    }
  }, [mixId, recordingId])

  const open = useCallback(async (): Promise<HTMLAudioElement | null> => {
    if (audio.current || !heard?.stream) return audio.current
    const { master, qualities } = heard.stream
    const quality = wanted.find((name) => qualities.includes(name))
    const source = quality ? master.replace(/master\.m3u8$/, `${quality}/index.m3u8`) : master
    const element = new Audio()
    audio.current = element
    element.addEventListener('timeupdate', () => setPosition(element.currentTime * 1_000))
    element.addEventListener('play', () => setPlaying(true))
    element.addEventListener('pause', () => setPlaying(false))
    element.addEventListener('error', () => setState('failed'))
    const { default: Hls } = await import('hls.js/light')
    if (Hls.isSupported()) {
      const hls = new Hls({
        enableWorker: false,
        maxBufferLength: 30,
        startPosition: startAt.current / 1_000,
        liveSyncDurationCount: 1_000_000,
      })
      hls.on(Hls.Events.ERROR, (_event, { fatal }) => fatal && setState('failed'))
      hls.loadSource(source)
      hls.attachMedia(element)
      end.current = () => {
        element.pause()
        hls.destroy()
      }
    } else {
      element.src = source
      end.current = () => {
        element.pause()
        element.removeAttribute('src')
        element.load()
      }
    }
    return element
  }, [heard])

  const toggle = useCallback(async () => {
    const element = await open()
    if (!element) return
    if (element.paused) element.play().catch(() => setState('failed'))
    else element.pause()
  }, [open])
  const seek = useCallback((ms: number) => {
    startAt.current = ms
    setPosition(ms)
    if (audio.current) audio.current.currentTime = ms / 1_000
  }, [])
  return { state, peaks: heard?.peaks ?? null, playing, positionMs, toggle, seek }
}
