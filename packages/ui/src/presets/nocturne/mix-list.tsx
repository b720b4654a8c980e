import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatDuration, formatIndex, isoDuration, MixMark, PlayLink, SitePicture } from '../../site/index.ts'
import type { MixCard } from '../../site/views.ts'
import { Frame } from './frame.tsx'

export function MixFacts({ mix, locale, short = false, full = false }: { mix: MixCard; locale: string; short?: boolean; full?: boolean }) {
  const { t } = useTranslation('site')
  return (
    <p className="nc-facts">
      {mix.genre ? <span>{mix.genre}</span> : null}
      <time dateTime={mix.recordedOn}>{formatDay(mix.recordedOn, locale, short ? 'short' : 'long')}</time>
      <span>
        <span className="visually-hidden">{t('mix.length')} </span>
        <time dateTime={isoDuration(mix.durationMs)}>{formatDuration(mix.durationMs)}</time>
      </span>
      <MixMark mix={mix} {...(full ? { locale } : {})} />
    </p>
  )
}

export function MixNumber({ mix }: { mix: MixCard }) {
  const { t } = useTranslation('site')
  const [before, after] = t('mix.number', { number: '#' }).split('#')
  return (
    <p className="nc-number">
      <span className="nc-caps">{before}</span>
      {formatIndex(mix.number)}
      <span className="nc-caps">{after}</span>
    </p>
  )
}

/**
 * Mixes in one column: lines of type and, at the first and then every `every`th, a picture from edge to edge.
 * `level` keeps the outline of the page whole.
 */
export function MixList({ mixes, locale, every = 0, level = 3 }: { mixes: MixCard[]; locale: string; every?: number; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ol className="nc-mixes">
      {mixes.map((mix, index) => {
        const framed = every > 0 && index % every === 0 && mix.artwork !== null
        return (
          <li
            key={mix.href}
            className={framed ? 'nc-grid nc-mix nc-mix-framed' : 'nc-grid nc-mix'}
            style={{ '--glow': mix.artwork?.tone ?? 'var(--accent)' } as CSSProperties}
          >
            {framed && mix.artwork ? <Frame picture={mix.artwork} kind="passing" alt="" /> : null}
            <MixNumber mix={mix} />
            <div className="nc-mix-words">
              <Heading className="nc-mix-title">
                <a href={mix.href}>{mix.title}</a>
              </Heading>
              <MixFacts mix={mix} locale={locale} short={!framed} />
              <PlayLink mix={mix} className="nc-play" />
            </div>
            {!framed && mix.artwork ? <SitePicture picture={mix.artwork} sizes="12rem" alt="" className="nc-mix-art" /> : null}
          </li>
        )
      })}
    </ol>
  )
}
