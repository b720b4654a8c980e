import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../site/format.ts'
import { clearUpcoming, moveUpcoming, type QueueItem, remove, upcoming } from '../rules/queue.ts'
import { Cover } from './cover.tsx'
import { usePlayer, usePlayerState } from './hooks.ts'
import { Icon } from './icons.tsx'

/** What comes next. A row is moved by its handle: dragged, or with the arrow keys. */
export function QueuePanel() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { queue } = usePlayerState()
  const waiting = upcoming(queue)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const dragged = useRef<{ key: string; height: number; fromY: number; index: number } | null>(null)
  const [moving, setMoving] = useState<string | null>(null)

  if (waiting.length === 0) return <p className="pl-quiet">{t('queue.empty')}</p>

  const move = (item: QueueItem, to: number) => {
    const place = Math.min(Math.max(0, to), waiting.length - 1)
    engine.editQueue((queue) => moveUpcoming(queue, item.key, place))
    setSaid(t('queue.moved', { title: item.title, place: place + 1, count: waiting.length }))
  }
  const onKey = (event: KeyboardEvent<HTMLButtonElement>, item: QueueItem, index: number) => {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: waiting.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move(item, to)
    // The row is drawn in its new place; the handle keeps the focus.
    const handle = event.currentTarget
    requestAnimationFrame(() => handle.focus())
  }
  const onDown = (event: PointerEvent<HTMLButtonElement>, item: QueueItem, index: number) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const height = list.current?.children[index]?.getBoundingClientRect().height ?? 56
    dragged.current = { key: item.key, height, fromY: event.clientY, index }
    setMoving(item.key)
  }
  const onMove = (event: PointerEvent<HTMLButtonElement>) => {
    const drag = dragged.current
    if (!drag) return
    const steps = Math.round((event.clientY - drag.fromY) / drag.height)
    if (steps === 0) return
    const to = Math.min(Math.max(0, drag.index + steps), waiting.length - 1)
    engine.editQueue((queue) => moveUpcoming(queue, drag.key, to))
    dragged.current = { ...drag, fromY: drag.fromY + (to - drag.index) * drag.height, index: to }
  }
  const onUp = () => {
    dragged.current = null
    setMoving(null)
  }
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <ol className="pl-rows" ref={list}>
        {waiting.map((item, index) => (
          <li key={item.key} data-moving={moving === item.key || undefined}>
            <button
              type="button"
              className="pl-key pl-handle"
              aria-label={t('queue.move', { title: item.title })}
              onKeyDown={(event) => onKey(event, item, index)}
              onPointerDown={(event) => onDown(event, item, index)}
              onPointerMove={onMove}
              onPointerUp={onUp}
              onPointerCancel={onUp}
            >
              <Icon name="handle" />
            </button>
            <button type="button" className="pl-row" onClick={() => void engine.jump(item.key)}>
              <Cover src={item.artwork} size={160} />
              <span className="pl-words">
                <span className="pl-title">{item.title}</span>
                <span className="pl-under">{item.durationMs > 0 ? formatDuration(item.durationMs) : item.artist}</span>
              </span>
            </button>
            <button
              type="button"
              className="pl-key"
              aria-label={t('queue.remove', { title: item.title })}
              onClick={() => engine.editQueue((queue) => remove(queue, item.key))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      <p>
        <button type="button" className="pl-word" onClick={() => engine.editQueue(clearUpcoming)}>
          {t('queue.clear')}
        </button>
      </p>
    </>
  )
}
