import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar } from './bar.tsx'
import { usePlayerState } from './hooks.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { Note } from './note.tsx'
import { Sheet } from './sheet.tsx'
import type { ViewStore } from './view-state.ts'

export function PlayerView({ view }: { view: ViewStore }) {
  const { t } = useTranslation('player')
  const { status, elsewhere } = usePlayerState()
  const { open } = useSyncExternalStore(view.subscribe, view.get)
  const close = () => view.set({ open: null })
  if (status === 'idle' && !elsewhere) return null
  return (
    <section className="pl" aria-label={t('label')} data-status={status}>
      <p className="visually-hidden" role="status">
        {status === 'loading' || status === 'buffering' || status === 'offline' ? t(`status.${status}`) : ''}
      </p>
      <Note />
      {status === 'idle' ? null : <Bar onOpen={(tab) => view.set({ open: tab })} />}
      {open && open !== 'keys' && status !== 'idle' ? <Sheet tab={open} onTab={(tab) => view.set({ open: tab })} onClose={close} /> : null}
      {open === 'keys' ? <KeysDialog onClose={close} /> : null}
    </section>
  )
}
