import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatDuration, formatIndex, isoDuration, MixMark, PlayLink, SitePicture } from '../../site/index.ts'
import type { MixCard, SiteView } from '../../site/views.ts'

/** How loud a heading may be: a name of two words fills the measure, one of twelve must not fill the screen. */
export const lengthOf = (text: string): 'short' | 'medium' | 'long' => (text.length <= 18 ? 'short' : text.length <= 42 ? 'medium' : 'long')

/** A numbered part of a page: the rule, its title in the margin, its matter in the wide columns. The number is drawn by CSS. */
export function Part({ title, note, className, children }: { title: string; note?: ReactNode; className?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={className ? `part ${className}` : 'part'} aria-labelledby={id}>
      <header className="part-head">
        <h2 id={id}>{title}</h2>
        {note}
      </header>
      <div className="part-body">{children}</div>
    </section>
  )
}

export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="page-head">
      <h1 data-length={lengthOf(title)}>{title}</h1>
      {children}
    </header>
  )
}

/** Terms and values on hairlines, in the margin. Rows without a value are left out. */
export function Facts({ rows }: { rows: [term: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value)
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What is known of a mix, as rows for `Facts`. */
export function useMixFacts(site: SiteView, mix: MixCard): [string, ReactNode][] {
  const { t } = useTranslation('site')
  return [
    [
      t('mix.recorded'),
      <time key="day" dateTime={mix.recordedOn}>
        {formatDay(mix.recordedOn, site.locale)}
      </time>,
    ],
    [
      t('mix.length'),
      <time key="length" dateTime={isoDuration(mix.durationMs)}>
        {formatDuration(mix.durationMs)}
      </time>,
    ],
    [t('mix.genre'), mix.genre],
    [t('mix.moods'), mix.moods.join(', ')],
  ]
}

/** The numbered index: a line a mix, the columns of the page continued. */
export function MixIndex({ site, mixes, pictures = false }: { site: SiteView; mixes: MixCard[]; pictures?: boolean }) {
  return (
    <ul className={pictures ? 'index index-pictures' : 'index'}>
      {mixes.map((mix) => (
        <li key={mix.href}>
          <a href={mix.href}>
            <span className="index-number figures">{formatIndex(mix.number)}</span>
            {pictures ? (
              <span className="index-picture">
                {mix.artwork ? <SitePicture picture={mix.artwork} alt="" sizes="(min-width: 60rem) 15vw, 6rem" /> : null}
              </span>
            ) : null}
            <span className="index-title">
              {mix.title} <MixMark mix={mix} />
            </span>
            <span className="index-notes">
              {mix.genre ? <span className="index-genre">{mix.genre}</span> : null}
              {pictures && mix.moods.length > 0 ? <span className="index-moods">{mix.moods.join(', ')}</span> : null}
              <time className="index-day" dateTime={mix.recordedOn}>
                {formatDay(mix.recordedOn, site.locale, 'short')}
              </time>
            </span>
            <time className="index-length" dateTime={isoDuration(mix.durationMs)}>
              {formatDuration(mix.durationMs)}
            </time>
          </a>
          <PlayLink mix={mix} className="index-play" />
        </li>
      ))}
    </ul>
  )
}

/** A few mixes by their covers: one large, the next small, their lower edges on one line. */
export function MixPlates({ mixes }: { mixes: MixCard[] }) {
  return (
    <ul className="plates">
      {mixes.map((mix, index) => (
        <li key={mix.href}>
          <a href={mix.href}>
            {mix.artwork ? (
              <SitePicture
                picture={mix.artwork}
                alt=""
                sizes={`(min-width: 60rem) ${index === 0 ? 42 : 25}vw, ${index === 0 ? 100 : 50}vw`}
              />
            ) : null}
            <span className="plate-words">
              <span className="figures">{formatIndex(mix.number)}</span>
              <span className="plate-title">
                {mix.title} <MixMark mix={mix} />
              </span>
              <time dateTime={isoDuration(mix.durationMs)}>{formatDuration(mix.durationMs)}</time>
            </span>
          </a>
          <PlayLink mix={mix} className="plate-play" />
        </li>
      ))}
    </ul>
  )
}

export const More = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className="more" href={href}>
    {children}
  </a>
)
