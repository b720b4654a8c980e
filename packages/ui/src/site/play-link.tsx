import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { startHref } from '../player/rules/start-time.ts'

/** What a play button has to know of a mix. */
export interface Playable {
  id: string
  href: string
  title: string
  playable: boolean
  /** The listen link that opens it. */
  link?: string | null
  /** What shows it on another site. */
  embedCode?: string | null
}

/** Three pictures in one place; `data-state` of the link around it says which is seen. */
export const PlayIcon = () => (
  <svg className="play-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path className="play-icon-go" d="M6 3.5v17l15-8.5z" />
    <path className="play-icon-wait" d="M5 3.5h5v17H5zM14 3.5h5v17h-5z" />
    <circle className="play-icon-turn" cx="12" cy="12" r="9" pathLength="100" />
  </svg>
)

/**
 * Plays a mix, from a moment of it if one is given. A link to the mix's page, which is what it does without scripts; with them the player hears
 * the press (`data-play`), and marks it while that mix plays. Nothing where there is nothing to hear.
 */
export function PlayLink({
  mix,
  atMs = 0,
  className,
  label,
  children,
}: {
  mix: Playable
  atMs?: number
  className?: string
  /** Said instead of "Play …". */
  label?: string
  children?: ReactNode
}) {
  const { t } = useTranslation('site')
  if (!mix.playable) return null
  return (
    <a
      className={className ? `play ${className}` : 'play'}
      href={startHref(mix.href, atMs)}
      data-play={mix.id}
      data-title={mix.title}
      data-at={atMs > 0 ? atMs : undefined}
      data-pause={t('play.pause', { title: mix.title })}
      aria-label={label ?? t('play.mix', { title: mix.title })}
    >
      {children ?? <PlayIcon />}
    </a>
  )
}

/** The large one, with its word: once beside a mix's own title. */
export function PlayButton({ mix, className }: { mix: Playable; className?: string }) {
  const { t } = useTranslation('site')
  return (
    <PlayLink mix={mix} className={className ? `play-main ${className}` : 'play-main'}>
      <PlayIcon />
      <span className="play-word" data-pause={t('play.hold')}>
        {t('play.play')}
      </span>
    </PlayLink>
  )
}
