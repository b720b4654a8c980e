import { useNavigate } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { DiffNotice } from '@residency/ui/studio'

const fields = [
  'title',
  'genre',
  'moods',
  'recordedOn',
  'artworkId',
  'exclusiveTierId',
  'earlyAccess',
  'embedAllowed',
  'downloadable',
  'commentsOpen',
  'slug',
] as const

/** Two people changed the same mix: what differs, and whose to keep. Yours stands in the form below until you choose. */
export function MixCollision({
  message,
  theirs,
  mine,
  busy,
  onKeepYours,
}: {
  message: string
  theirs: Record<string, string>
  mine: Record<string, string>
  busy: boolean
  onKeepYours: () => void
}) {
  const { t } = useTranslation('studioMixes')
  const navigate = useNavigate()
  const differs = (name: string) => (mine[name] ?? '').trim() !== (theirs[name] ?? '')
  const words = (value: string | undefined) => (value === 'on' ? t('yes') : value ? value : '—')
  const described = Object.keys(theirs).filter((name) => name.startsWith('description.') && differs(name))
  return (
    <DiffNotice
      title={message}
      differences={[
        ...fields.filter(differs).map((name) => ({ field: t(`fields.${name}`), yours: words(mine[name]), theirs: words(theirs[name]) })),
        ...described.map((name) => ({
          field: `${t('fields.description')} (${name.slice(-2)})`,
          yours: words(mine[name]),
          theirs: words(theirs[name]),
        })),
      ]}
      busy={busy}
      onKeepYours={onKeepYours}
      onTakeTheirs={() => navigate('.', { replace: true })}
    />
  )
}
