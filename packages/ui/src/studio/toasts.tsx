import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface Toast {
  text: string
  tone?: 'plain' | 'bad'
  /** Offers to take back what was just done. */
  undo?: () => void
}

const shownMs = 8_000
const Context = createContext<(toast: Toast) => void>(() => undefined)

/** Says what has just happened, with a way back. Messages that need an answer don't belong here. */
export const useToast = (): ((toast: Toast) => void) => useContext(Context)

function ToastLine({ toast, onGone }: { toast: Toast; onGone: () => void }) {
  const { t } = useTranslation('common')
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const wait = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(onGone, shownMs)
  }, [onGone])
  const hold = useCallback(() => clearTimeout(timer.current), [])
  useEffect(() => {
    wait()
    return hold
  }, [wait, hold])
  return (
    <li className={`toast toast-${toast.tone ?? 'plain'}`} onPointerEnter={hold} onPointerLeave={wait} onFocus={hold} onBlur={wait}>
      <p>{toast.text}</p>
      {toast.undo ? (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            toast.undo?.()
            onGone()
          }}
        >
          {t('undo')}
        </button>
      ) : null}
      <button type="button" className="button button-quiet" onClick={onGone} aria-label={t('frame.dismiss')}>
        <span aria-hidden="true">×</span>
      </button>
    </li>
  )
}

/** The region exists from the start: screen readers announce only what is added to a live region they already know. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common')
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([])
  const next = useRef(0)
  const say = useCallback((toast: Toast) => {
    next.current += 1
    const id = next.current
    setToasts((now) => [...now.slice(-3), { ...toast, id }])
  }, [])
  const gone = useMemo(() => (id: number) => () => setToasts((now) => now.filter((toast) => toast.id !== id)), [])
  return (
    <Context.Provider value={say}>
      {children}
      <section className="toasts" aria-label={t('frame.messages')} aria-live="polite">
        <ul>
          {toasts.map((toast) => (
            <ToastLine key={toast.id} toast={toast} onGone={gone(toast.id)} />
          ))}
        </ul>
      </section>
    </Context.Provider>
  )
}
