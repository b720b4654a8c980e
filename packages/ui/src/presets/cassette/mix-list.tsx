import { useTranslation } from 'react-i18next'
import { formatDayDigits, formatDuration, formatIndex, isoDuration, MixMark, PlayLink } from '../../site/index.ts'
import type { MixCard } from '../../site/views.ts'
import { inkOf } from './fit.ts'
import { Print } from './print.tsx'

export function Length({ mix }: { mix: MixCard }) {
  const { t } = useTranslation('site')
  return (
    <span>
      <span className="visually-hidden">{t('mix.length')} </span>
      <time dateTime={isoDuration(mix.durationMs)}>{formatDuration(mix.durationMs)}</time>
    </span>
  )
}

interface ListProps {
  mixes: MixCard[]
  locale: string
  level?: 2 | 3
}

/** Cassettes in a rack, seen from the spine. One slides out under the finger. */
export function Rack({ mixes, level = 3 }: ListProps) {
  const { t } = useTranslation('site')
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ol className="cs-rack">
      {mixes.map((mix) => (
        <li key={mix.href} className="cs-spine" data-ink={inkOf(mix.number)}>
          <p className="cs-spine-number">
            <span className="visually-hidden">{t('mix.number', { number: mix.number })}</span>
            <span aria-hidden="true">{formatIndex(mix.number)}</span>
          </p>
          <Heading className="cs-spine-title">
            <a href={mix.href}>{mix.title}</a>
          </Heading>
          <p className="cs-label">
            {mix.genre ? <span>{mix.genre}</span> : null} <Length mix={mix} /> <MixMark mix={mix} />
          </p>
          {mix.artwork ? (
            <Print picture={mix.artwork} sizes="6rem" alt="" className="cs-spine-print" />
          ) : (
            <span className="cs-spine-print" />
          )}
          <PlayLink mix={mix} className="cs-play" />
        </li>
      ))}
    </ol>
  )
}

/** Inlay cards laid open on the table: cover, spine, flap. */
export function JCards({ mixes, locale, level = 2 }: ListProps) {
  const { t } = useTranslation('site')
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ol className="cs-jcards">
      {mixes.map((mix) => (
        <li key={mix.href} className="cs-jcard" data-ink={inkOf(mix.number)}>
          <div className="cs-jcard-front">
            {mix.artwork ? <Print picture={mix.artwork} sizes="(min-width: 64rem) 12rem, 40vw" alt="" /> : <span className="cs-stripes" />}
          </div>
          <p className="cs-jcard-spine">
            <span className="visually-hidden">{t('mix.number', { number: mix.number })}</span>
            <span aria-hidden="true">{formatIndex(mix.number)}</span> {mix.genre ? <span>{mix.genre}</span> : null}
          </p>
          <div className="cs-jcard-flap">
            <Heading className="cs-jcard-title">
              <a href={mix.href}>{mix.title}</a>
            </Heading>
            {mix.moods.length > 0 ? (
              <ul className="cs-moods" aria-label={t('mix.moods')}>
                {mix.moods.slice(0, 3).map((mood) => (
                  <li key={mood}>{mood}</li>
                ))}
              </ul>
            ) : null}
            <p className="cs-label">
              <time dateTime={mix.recordedOn}>{formatDayDigits(mix.recordedOn, locale)}</time> <Length mix={mix} /> <MixMark mix={mix} />
            </p>
            <PlayLink mix={mix} className="cs-play" />
          </div>
        </li>
      ))}
    </ol>
  )
}
