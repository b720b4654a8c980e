import { useActionData } from '@remix-run/react'
import type { Problem } from '@residency/edge/routes'
import { useSite } from '../../site/use-site.ts'

/** A page's path in the language being read. */
export function useHref(): (path: string) => string {
  const { homeHref } = useSite()
  return (path) => (homeHref === '/' ? path : `${homeHref}${path}`)
}

/** What an account's form came back with. */
export interface Result {
  problem?: Problem
  /** Which form succeeded. */
  done?: string
  recoveryCodes?: string[]
}

export interface FormState {
  problem: Problem | null
  done: boolean
  /** What is wrong with a field. */
  error: (field: string) => string | undefined
  /** What was typed before, so that nobody types twice where there are no scripts. */
  typed: (field: string) => string | undefined
}

/** The state of one form of a page; a page with several tells them apart by their `intent`. */
export function useForm(intent?: string): FormState {
  const result = useActionData<Result>()
  const mine = intent === undefined || result?.problem?.values.intent === intent
  const problem = mine ? (result?.problem ?? null) : null
  return {
    problem,
    done: intent !== undefined && result?.done === intent,
    error: (field) => problem?.fields[field],
    typed: (field) => problem?.values[field],
  }
}
