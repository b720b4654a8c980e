import { type CSSProperties, Fragment, type ReactNode } from 'react'
import {
  formatDayDigits,
  formatDuration,
  formatIndex,
  isoDuration,
  MixMark,
  PlayLink,
  SitePicture,
  type SitePictureProps,
} from '../../site/index.ts'
import type { MixCard } from '../../site/views.ts'
import { fit, hasAccents } from './fit.ts'

/**
 * A title as wide as its column, whatever it says: broken into even lines for a wide and for a narrow screen, sized by its longest line.
 * `flat` and `tall` bound its height over its width on each.
 */
export function Poster({
  text,
  flat = 0.38,
  tall = 0.95,
  as: Tag = 'h1',
}: {
  text: string
  flat?: number
  tall?: number
  as?: 'h1' | 'h2' | 'p'
}) {
  const words = text.split(/\s+/).filter(Boolean)
  const [wide, narrow] = [fit(text, flat), fit(text, tall)]
  const style = {
    '--wide': (1 / wide.width).toFixed(4),
    '--narrow': (1 / narrow.width).toFixed(4),
    '--hang-wide': `${-wide.hang}em`,
    '--hang-narrow': `${-narrow.hang}em`,
  } as CSSProperties
  return (
    <div className="poster-column">
      <Tag className="poster" style={style} data-accents={hasAccents(text) ? '' : undefined}>
        {words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same word may stand twice in a title that never reorders
          <Fragment key={index}>
            {index > 0 ? ' ' : null}
            {wide.breaks.has(index) ? <br className="break-wide" /> : null}
            {narrow.breaks.has(index) ? <br className="break-narrow" /> : null}
            {word}
          </Fragment>
        ))}
      </Tag>
    </div>
  )
}

/** A picture as it comes off the press: coarse dots of ink on paper (css/print.css). */
export const Print = ({ className, ...picture }: SitePictureProps) => (
  <span className={className ? `print ${className}` : 'print'}>
    <SitePicture {...picture} />
  </span>
)

/** Heading of a section: huge, with its count in small figures. */
export const Heading = ({ children, count, id }: { children: ReactNode; count?: ReactNode; id?: string }) => (
  <h2 className="heading" id={id}>
    {children}
    {count ? <span className="heading-count">{count}</span> : null}
  </h2>
)

/** Mixes as a set list: a line each, times at the end. The picture cuts in beside the line under the pointer; on a phone it stands in it. */
export function SetList({ mixes, locale }: { mixes: MixCard[]; locale: string }) {
  const digits = Math.max(3, ...mixes.map((mix) => String(mix.number).length))
  return (
    <ol className="setlist">
      {mixes.map((mix) => (
        <li key={mix.href} className="set">
          <a href={mix.href} data-long={mix.title.length > 34 ? '' : undefined}>
            <span className="set-number figures">{formatIndex(mix.number, digits)}</span>
            <span className="set-title">
              {mix.title} <MixMark mix={mix} />
            </span>
            <span className="set-genre">{mix.genre}</span>
            <time className="set-date" dateTime={mix.recordedOn}>
              {formatDayDigits(mix.recordedOn, locale)}
            </time>
            <time className="set-length" dateTime={isoDuration(mix.durationMs)}>
              {formatDuration(mix.durationMs)}
            </time>
            {mix.artwork ? <Print className="set-picture" picture={mix.artwork} alt="" sizes="(min-width: 60rem) 15rem, 4.5rem" /> : null}
          </a>
          <PlayLink mix={mix} className="set-play" />
        </li>
      ))}
    </ol>
  )
}

/** Facts in two columns, as on the back of a sleeve. Empty ones are left out. */
export const Facts = ({ facts }: { facts: { label: string; value: ReactNode }[] }) => (
  <dl className="facts">
    {facts
      .filter((fact) => fact.value !== null && fact.value !== '')
      .map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
  </dl>
)

/** A way on, as wide as its column. */
export const Onward = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className="onward" href={href}>
    <span>{children}</span>
    <svg viewBox="0 0 40 24" aria-hidden="true" focusable="false">
      <path d="M0 12H37M27 2L37 12L27 22" fill="none" stroke="currentColor" strokeWidth="4" />
    </svg>
  </a>
)
