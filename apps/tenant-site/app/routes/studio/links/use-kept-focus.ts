import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus on the button that was pressed while the list around it is put in another order; at an end, where that button can't be
 * pressed any more, on its neighbour. So a link is moved five places by pressing five times.
 */
export function useKeptFocus(settled: boolean): RefObject<HTMLOListElement> {
  const list = useRef<HTMLOListElement>(null)
  const pressed = useRef<string | null>(null)
  useEffect(() => {
    const element = list.current
    if (!element) return
    const remember = (event: Event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-focus]') : null
      pressed.current = button?.dataset.focus ?? null
    }
    element.addEventListener('click', remember)
    return () => element.removeEventListener('click', remember)
  }, [])
  useEffect(() => {
    if (!settled || !pressed.current) return
    const button = list.current?.querySelector<HTMLButtonElement>(`[data-focus="${pressed.current}"]`)
    pressed.current = null
    const able = button?.disabled ? button.parentElement?.querySelector<HTMLButtonElement>('[data-focus]:not(:disabled)') : button
    able?.focus()
  }, [settled])
  return list
}
