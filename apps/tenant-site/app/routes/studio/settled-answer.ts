import { useActionData, useNavigation } from '@remix-run/react'
import { useRef } from 'react'

/**
 * The action's answer once the page has what goes with it: between a save and the fresh page a form would show what was there before.
 */
export function useSettledAnswer<T>(): ReturnType<typeof useActionData<T>> {
  const answer = useActionData<T>()
  const isSettled = useNavigation().state !== 'loading'
  const kept = useRef(answer)
  if (isSettled) kept.current = answer
  return kept.current
}
