import { useNavigate } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { DiffNotice } from '@residency/ui/studio'
import type { TypedEvent } from './typed-event.ts'

const fieldNames = [
  'title',
  'startsAt',
  'endsAt',
  'timeZone',
  'venue',
  'city',
  'country',
  'ticketUrl',
  'price',
  'currency',
  'imageId',
  'slug',
] as const
type Line = { field: string; yours: string; theirs: string }

/** Two people changed the same event: what differs, and whose to keep. Yours stands in the form below until you choose. */
export function EventCollision({
  message,
  theirs,
  mine,
  busy,
  onKeepYours,
}: {
  message: string
  theirs: TypedEvent
  mine: TypedEvent
  busy: boolean
  onKeepYours: () => void
}) {
  const { t } = useTranslation('studioEvents')
  const navigate = useNavigate()
  const differs = (name: string) => name in mine && (mine[name] ?? '').trim() !== (theirs[name] ?? '')
  const words = (value: string | undefined) => (value ? value : '—')
  const differences: Line[] = [
    ...fieldNames.filter(differs).map((name) => ({ field: t(`fields.${name}`), yours: words(mine[name]), theirs: words(theirs[name]) })),
    ...Object.keys(theirs)
      .filter((name) => name.startsWith('description.') && differs(name))
      .map((name) => ({ field: `${t('fields.description')} (${name.slice(-2)})`, yours: words(mine[name]), theirs: words(theirs[name]) })),
  ]
  return (
    <DiffNotice
      title={message}
      differences={differences}
      busy={busy}
      onKeepYours={onKeepYours}
      onTakeTheirs={() => navigate('.', { replace: true })}
    />
  )
}
