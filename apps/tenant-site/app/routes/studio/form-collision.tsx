import { useNavigate } from '@remix-run/react'
import { DiffNotice } from '@residency/ui/studio'

type Typed = Record<string, string>

interface Props {
  message: string
  /** What the other person saved, name by name, as the form shows it. */
  theirs: Typed
  /** What came back with the refusal. */
  mine: Typed
  /** What the form calls a field; null: it goes with another. The language is added where there is one field for each. */
  label: (field: string) => string | null
  /** Fields that are not sent when they are off. */
  switches?: readonly string[]
  /** A value in words, where it is none itself: an id, a switch. */
  say?: (field: string, value: string) => string | undefined
  busy: boolean
  onKeepYours: () => void
}

/** Two people changed the same thing: what differs, and whose to keep. Yours stands in the form below until you choose. */
export function FormCollision({ message, theirs, mine, label, switches = [], say, busy, onKeepYours }: Props) {
  const navigate = useNavigate()
  // What the form did not ask for was not changed in it.
  const isMine = (name: string) => name in mine || switches.includes(name)
  const differs = (name: string) => isMine(name) && (mine[name] ?? '').trim() !== (theirs[name] ?? '')
  const words = (name: string, value = '') => say?.(name, value) ?? (value || '—')
  return (
    <DiffNotice
      title={message}
      differences={Object.keys(theirs)
        .filter(differs)
        .flatMap((name) => {
          const [field = name, locale] = name.split('.')
          const told = label(field)
          if (told === null) return []
          return [{ field: locale ? `${told} (${locale})` : told, yours: words(name, mine[name]), theirs: words(name, theirs[name]) }]
        })}
      busy={busy}
      onKeepYours={onKeepYours}
      onTakeTheirs={() => navigate('.', { replace: true })}
    />
  )
}
