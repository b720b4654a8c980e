import { type FormEvent, type MutableRefObject, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isField = (target: EventTarget): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

const inBlock = /^blocks\.(\d+)\.(.+)$/
const idOf = (form: HTMLFormElement, place: string): string =>
  form.querySelector<HTMLInputElement>(`input[name="blocks.${place}.id"]`)?.value ?? ''

/** A field by its block's id instead of its block's place, which the answer may have changed. */
function keyOf(form: HTMLFormElement, name: string): string {
  const [, place, rest] = inBlock.exec(name) ?? []
  return place === undefined ? name : `${idOf(form, place)} ${rest}`
}

const valuesOf = (field: Field): string[] =>
  field instanceof HTMLSelectElement ? [...field.selectedOptions].map(({ value }) => value) : [field.value]

function setValues(field: Field, values: string[]): void {
  if (field instanceof HTMLSelectElement) for (const option of field.options) option.selected = values.includes(option.value)
  else field.value = values[0] ?? ''
}

/**
 * What is typed while a button's work is under way is newer than its answer. The form is drawn anew from the answer; then it is put back into
 * it, wherever its block stands now, and one goes on typing there. `onRestored` hears of it, since none of it is saved.
 */
export function useTypedMeanwhile(
  form: RefObject<HTMLFormElement>,
  drawn: string,
  busy: boolean,
  more: { pressed: MutableRefObject<string | null>; onRestored: () => void },
) {
  const typed = useRef(new Map<string, string[]>())
  const last = useRef<{ key: string; caret: number | null } | null>(null)
  const listening = useRef(false)
  const restored = useRef(false)
  const { pressed, onRestored } = more

  const onSubmit = useCallback((event: FormEvent) => {
    if (event.defaultPrevented) return
    typed.current.clear()
    last.current = null
    listening.current = true
  }, [])
  const onInput = useCallback(
    ({ target }: FormEvent) => {
      if (!listening.current || !form.current || !isField(target) || target.name === '') return
      const key = keyOf(form.current, target.name)
      typed.current.set(key, valuesOf(target))
      last.current = { key, caret: target instanceof HTMLSelectElement ? null : target.selectionStart }
    },
    [form],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` changes when React has put another form in the old one's place
  useLayoutEffect(() => {
    const now = form.current
    if (!now || typed.current.size === 0) return
    for (const field of now.elements) {
      if (!isField(field)) continue
      const key = keyOf(now, field.name)
      const values = typed.current.get(key)
      if (!values) continue
      setValues(field, values)
      restored.current = true
      if (key !== last.current?.key) continue
      // Who types elsewhere is not taken to the block that was added.
      pressed.current = null
      field.focus()
      if (!(field instanceof HTMLSelectElement) && last.current.caret !== null)
        field.setSelectionRange(last.current.caret, last.current.caret)
    }
  }, [drawn])
  useEffect(() => {
    if (busy) return
    listening.current = false
    typed.current.clear()
    if (restored.current) onRestored()
    restored.current = false
  }, [busy, onRestored])

  return { onSubmit, onInput }
}
