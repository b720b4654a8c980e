import { type MutableRefObject, type RefObject, useEffect } from 'react'

const fields = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]'

/** What a key asks for: Ctrl or Cmd with Z undoes, with Shift-Z or Y it redoes. Fields keep the history of what is typed into them. */
const asked = (event: KeyboardEvent): 'undo' | 'redo' | null => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  if (event.target instanceof Element && event.target.closest(fields)) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}

/** Presses the form's own Undo and Redo from the keyboard, wherever on the page one is. */
export function useUndoKeys(form: RefObject<HTMLFormElement>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = asked(event)
      const button = step && form.current?.querySelector<HTMLButtonElement>(`button[name=intent][value=${step}]`)
      if (!button) return
      event.preventDefault()
      if (!button.disabled) button.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [form])
}

/** Where the focus belongs once a button of the form has done its work: with the moved or added block, else on the button itself. */
function placeFor(form: HTMLFormElement, intent: string): HTMLElement | null {
  const button = (value: string) => form.querySelector<HTMLButtonElement>(`button[name=intent][value="${value}"]:not(:disabled)`)
  const [verb, place] = intent.split('.')
  const at = Number(place)
  if (verb === 'add') return form.querySelector<HTMLElement>('.block-item:last-child :is(input:not([type=hidden]), textarea, select)')
  if (verb === 'up') return button(`up.${at - 1}`) ?? button(`down.${at - 1}`)
  if (verb === 'down') return button(`down.${at + 1}`) ?? button(`up.${at + 1}`)
  if (verb === 'remove') return button(`remove.${at}`) ?? button(`remove.${at - 1}`) ?? button('add.text')
  return button(intent) ?? button(intent === 'undo' ? 'redo' : 'undo') ?? button('save')
}

/** The form is drawn anew after each button; the focus goes on from where the work was, not from the top of the page. */
export function useFocusAfter(form: RefObject<HTMLFormElement>, pressed: MutableRefObject<string | null>, settled: boolean): void {
  useEffect(() => {
    if (!settled || !pressed.current || !form.current) return
    const lost = document.activeElement === null || document.activeElement === document.body
    const place = lost || /^(add|up|down|remove)\./.test(pressed.current) ? placeFor(form.current, pressed.current) : null
    pressed.current = null
    place?.focus()
  }, [form, pressed, settled])
}
