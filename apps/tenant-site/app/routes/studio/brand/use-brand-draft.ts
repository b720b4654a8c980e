import { useFetcher, useRevalidator } from '@remix-run/react'
import type { BrandRecord } from '@residency/brand'
import type { SavingState } from '@residency/ui/studio'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '../problem.tsx'
import { recordOf } from './brand-form.ts'

interface Shown {
  version: number
  published: BrandRecord
  draft: BrandRecord | null
}

/** What the brand's action answers to a save. */
type SaveAnswer = { done: string; brand: { version: number } } | { problem: { code: string; message: string } }

const pauseMs = 700

/**
 * Saves what is typed by itself, after a pause, one save at a time. A save that collides keeps what was typed, fetches what the other wrote,
 * and waits for a choice; nothing is written over meanwhile.
 */
export function useBrandDraft(form: RefObject<HTMLFormElement>, brand: Shown) {
  const fetcher = useFetcher<SaveAnswer>()
  const { revalidate } = useRevalidator()
  const [state, setState] = useState<SavingState>('saved')
  const [live, setLive] = useState<BrandRecord | null>(null)
  const [collision, setCollision] = useState<{ mine: BrandRecord; name: string } | null>(null)
  const [formKey, setFormKey] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const sent = useRef<BrandRecord | null>(null)
  const version = brand.version

  const save = useCallback(
    (record: BrandRecord, expectedVersion: number) => {
      sent.current = record
      setState('saving')
      fetcher.submit({ intent: 'save', expectedVersion, record: JSON.stringify(record) }, { method: 'post', action: '/studio/brand' })
    },
    [fetcher.submit],
  )

  const onInput = useCallback(() => {
    const record = form.current ? recordOf(form.current) : null
    setState('unsaved')
    clearTimeout(timer.current)
    if (!record) return
    setLive(record)
    if (collision) return
    timer.current = setTimeout(() => save(record, version), pauseMs)
  }, [form, save, version, collision])
  useEffect(() => () => clearTimeout(timer.current), [])

  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data || !sent.current) return
    const problem = problemOf(fetcher.data)
    const mine = sent.current
    sent.current = null
    if (!problem) {
      // Typing went on while the save was under way: what stands in the form now is saved next.
      const now = form.current ? recordOf(form.current) : null
      const later = now !== null && JSON.stringify(now) !== JSON.stringify(mine)
      setState(later ? 'unsaved' : 'saved')
      if (later && 'brand' in fetcher.data) save(now, fetcher.data.brand.version)
      return
    }
    setState('failed')
    if (problem.code === 'conflict') {
      setCollision({ mine, name: /^(.+?) /.exec(problem.message)?.[1] ?? '' })
      revalidate()
    }
  }, [fetcher.state, fetcher.data, form, revalidate, save])

  return {
    state,
    live,
    version,
    collision,
    formKey,
    answer: fetcher.state === 'idle' ? fetcher.data : undefined,
    onInput,
    keepMine: () => {
      if (collision) save(collision.mine, version)
      setCollision(null)
    },
    takeTheirs: () => {
      setCollision(null)
      setLive(null)
      setState('saved')
      setFormKey((key) => key + 1)
    },
  }
}
