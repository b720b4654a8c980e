import { useFetcher } from '@remix-run/react'
import type { SavingState } from '@residency/ui/studio'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '../problem.tsx'

/** What the page's action answers to a save. */
type SaveAnswer = { version: number } | { collision: object } | { refused: object } | { problem: { code: string } }

const pauseMs = 1_200

/**
 * Saves the form by itself after a pause. It never loads the form anew while one types: the number of the version moves on in place.
 * After a collision it holds still; pressing Save then shows both versions.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, loaded: number, held: boolean) {
  const fetcher = useFetcher<SaveAnswer>()
  const [state, setState] = useState<SavingState>('saved')
  const [collided, setCollided] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const version = useRef(loaded)
  const [shown, setShown] = useState(loaded)
  const [saves, setSaves] = useState(0)
  useEffect(() => {
    version.current = loaded
    setShown(loaded)
    setSaves(0)
    setCollided(false)
    setState('saved')
  }, [loaded])

  const onInput = useCallback(() => {
    setState('unsaved')
    clearTimeout(timer.current)
    if (held || collided) return
    timer.current = setTimeout(() => {
      if (!form.current?.checkValidity()) return
      const body = new FormData(form.current)
      body.set('intent', 'save')
      body.set('expectedVersion', String(version.current))
      body.set('auto', 'on')
      setState('saving')
      fetcher.submit(body, { method: 'post' })
    }, pauseMs)
  }, [form, fetcher.submit, held, collided])
  useEffect(() => () => clearTimeout(timer.current), [])

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

  return { state, collided, version: shown, saves, onInput }
}
