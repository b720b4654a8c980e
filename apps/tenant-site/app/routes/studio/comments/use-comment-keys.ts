import { type RefObject, useEffect, useRef } from 'react'

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))

/**
 * Keys for a list of rows with boxes: j and k go down and up, x chooses the row one is on, and each button's own letter (`data-key`) presses it.
 * Never takes a key from a field, nor one with a modifier.
 */
export function useCommentKeys(): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!form.current || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return
      const boxes = [...form.current.querySelectorAll<HTMLInputElement>('[data-row]')]
      const at = boxes.indexOf(document.activeElement as HTMLInputElement)
      const key = event.key.toLowerCase()
      if (key === 'j' || key === 'k') boxes[Math.min(boxes.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))]?.focus()
      else if (key === 'x') boxes[at]?.click()
      else {
        const button = form.current.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(key)}"]`)
        if (!button || !boxes.some((box) => box.checked)) return
        button.click()
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return form
}
