import { useFetcher } from '@remix-run/react'
import type { SavingState } from '@residency/ui/studio'
import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '../problem.tsx'

/** What the page's action answers to a save. */
type SaveAnswer = { version: number } | { collision: object } | { refused: object } | { problem: { code: string } }

const pauseMs = 1_200

interface Options {
  /** The version that the form was drawn from. */
  loaded: number
  /** A collision is shown: nothing is saved until somebody chooses. */
  held: boolean
  /** A button of the form is at work. */
  busy: boolean
}

/**
 * Saves the form by itself after a pause. It never loads the form anew while one types: the number of the version moves on in place.
 * One thing is sent at a time, for each needs the version that the one before it made: what is due meanwhile waits, a pressed button too.
 * After a collision it holds still; pressing Save then shows both versions.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, { loaded, held, busy }: Options) {
  const fetcher = useFetcher<SaveAnswer>()
  const [state, setState] = useState<SavingState>('saved')
  const [collided, setCollided] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const due = useRef(false)
  const pressed = useRef<HTMLElement | null>(null)
  const version = useRef(loaded)
  const [shown, setShown] = useState(loaded)
  const [saves, setSaves] = useState(0)
  const saving = fetcher.state !== 'idle'
  const occupied = useRef(false)
  occupied.current = busy || saving
  useEffect(() => {
    version.current = loaded
    setShown(loaded)
    setSaves(0)
    setCollided(false)
    setState('saved')
  }, [loaded])

  const save = useCallback(() => {
    due.current = occupied.current
    if (occupied.current || !form.current?.checkValidity()) return
    const body = new FormData(form.current)
    body.set('intent', 'save')
    body.set('expectedVersion', String(version.current))
    body.set('auto', 'on')
    occupied.current = true
    setState('saving')
    fetcher.submit(body, { method: 'post' })
  }, [form, fetcher.submit])

  const onInput = useCallback(() => {
    setState('unsaved')
    clearTimeout(timer.current)
    if (!held && !collided) timer.current = setTimeout(save, pauseMs)
  }, [save, held, collided])
  useEffect(() => () => clearTimeout(timer.current), [])

  /** A button sends all there is, so nothing is left to be saved; but not before the save under way has said which version it made. */
  const onSubmit = useCallback((event: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current)
    due.current = false
    if (!occupied.current) return
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    pressed.current = submitter
  }, [])

  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data) return
    if ('version' in fetcher.data) {
      version.current = fetcher.data.version
      setShown(fetcher.data.version)
      setSaves((before) => before + 1)
      setState((before) => (before === 'saving' ? 'saved' : before))
      return
    }
    setState('failed')
    if ('collision' in fetcher.data || problemOf(fetcher.data)?.code === 'conflict') setCollided(true)
  }, [fetcher.state, fetcher.data])

  useEffect(() => {
    // The form's own field for the version is drawn from `shown`.
    if (busy || saving || version.current !== shown) return
    const button = pressed.current
    pressed.current = null
    if (button?.isConnected) form.current?.requestSubmit(button)
    else if (due.current && !held && !collided) save()
  }, [form, busy, saving, shown, held, collided, save])

  return { state, collided, version: shown, saves, onInput, onSubmit }
}
