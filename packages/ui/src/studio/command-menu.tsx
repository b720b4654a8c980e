import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rank } from './match.ts'

export interface Command {
  id: string
  label: string
  /** Where it belongs, shown beside it and searched too. */
  group: string
  href?: string
  run?: () => void
}

const isHotKey = (event: globalThis.KeyboardEvent) => (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k'

/** Every page and action by name: Ctrl-K or Cmd-K, type, arrows, Enter. `navigate` goes there without loading the document again. */
export function CommandMenu({ commands, navigate }: { commands: Command[]; navigate?: (href: string) => void }) {
  const { t } = useTranslation('common')
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const found = useMemo(() => rank(commands, typed, (command) => `${command.label} ${command.group}`).slice(0, 40), [commands, typed])
  const active = found[Math.min(at, found.length - 1)]

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!isHotKey(event)) return
      event.preventDefault()
      if (dialog.current?.open) dialog.current.close()
      else dialog.current?.showModal()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${active?.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])

  const choose = (command: Command | undefined) => {
    if (!command) return
    dialog.current?.close()
    if (command.run) command.run()
    else if (command.href) (navigate ?? ((href: string) => location.assign(href)))(command.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined && found.length > 0) {
      event.preventDefault()
      setAt((now) => (Math.min(now, found.length - 1) + move + found.length) % found.length)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(active)
    }
  }
  const onClose = () => {
    setTyped('')
    setAt(0)
  }
  return (
    <>
      <button type="button" className="command-open" onClick={() => dialog.current?.showModal()}>
        <span>{t('frame.commands')}</span>
        <span className="keys" aria-hidden="true">
          Ctrl K
        </span>
      </button>
      <dialog ref={dialog} className="command" aria-label={t('frame.commands')} onClose={onClose}>
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-autocomplete="list"
          aria-label={t('frame.commandsHint')}
          placeholder={t('frame.commandsHint')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <div id={`${id}-list`} role="listbox" aria-label={t('frame.commands')} className="command-list">
          {found.map((command, index) => (
            // Chosen by keys through the combobox; the pointer is a second way in.
            <div
              key={command.id}
              id={`${id}-${command.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={command === active}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(command)}
              onKeyDown={onKeyDown}
            >
              <span>{command.label}</span>
              <span className="command-group">{command.group}</span>
            </div>
          ))}
        </div>
        <p className="command-none" role="status">
          {found.length === 0 ? t('frame.nothingFound') : ''}
        </p>
      </dialog>
    </>
  )
}
