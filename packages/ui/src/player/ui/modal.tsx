import { type ReactNode, useEffect, useRef } from 'react'

/** A dialog above the page: the browser keeps the focus in it and gives it back. A press beside it closes it. */
export function Modal({
  label,
  className,
  onClose,
  children,
}: {
  label: string
  className: string
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    const before = document.activeElement
    element.showModal()
    return () => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    const onCancel = (event: Event) => {
      event.preventDefault()
      onClose()
    }
    const onPress = (event: MouseEvent) => {
      if (event.target === element) onClose()
      // A link inside leads to another page of the site: the dialog has done its work.
      else if (event.target instanceof Element && event.target.closest('a[href]') && !event.target.closest('[data-play]')) onClose()
    }
    element.addEventListener('cancel', onCancel)
    element.addEventListener('click', onPress)
    return () => {
      element.removeEventListener('cancel', onCancel)
      element.removeEventListener('click', onPress)
    }
  }, [onClose])
  return (
    <dialog ref={dialog} className={`pl-dialog ${className}`} aria-label={label}>
      <div className="pl-dialog-body">{children}</div>
    </dialog>
  )
}
