import { useTranslation } from 'react-i18next'
import { formatDuration, isoDuration, MixMark, PlayLink } from '../../site/index.ts'
import type { MixCard } from '../../site/views.ts'
import { Lockup } from './lockup.tsx'
import type { Frame } from './reel.tsx'
import { inked, Slab } from './slab.tsx'

/** One mix, one poster, one link. */
function MixPoster({ mix }: { mix: MixCard }) {
  return (
    <a className="poster paper" href={mix.href} style={inked(mix.artwork, mix.number)}>
      <span className="poster-number" data-digits={String(mix.number).length}>
        {mix.number}
      </span>
      <span className="poster-title">
        <Lockup text={mix.title} wide={mix.title.length > 44 ? 7.5 : 3.6} narrow={mix.title.length > 44 ? 7 : 3.2} />
      </span>
      <span className="poster-facts">
        <time dateTime={isoDuration(mix.durationMs)}>{formatDuration(mix.durationMs)}</time>
        {mix.genre ? <span>{mix.genre}</span> : null}
        <MixMark mix={mix} />
      </span>
      <Slab picture={mix.artwork} sizes="(min-width: 60rem) 60vw, 90vw" />
    </a>
  )
}

export function useMixFrames(mixes: MixCard[]): Frame[] {
  const { t } = useTranslation('site')
  return mixes.map((mix) => ({
    key: mix.href,
    short: String(mix.number),
    name: `${t('mix.number', { number: mix.number })}: ${mix.title}`,
    body: (
      <>
        <MixPoster mix={mix} />
        <PlayLink mix={mix} className="poster-play" />
      </>
    ),
  }))
}

/** Many mixes at once: a slice of each poster, one under the other. */
export function MixSlices({ mixes }: { mixes: MixCard[] }) {
  return (
    <ul className="slices">
      {mixes.map((mix) => (
        <li key={mix.href}>
          <a className="slice paper" href={mix.href} style={inked(mix.artwork, mix.number)}>
            <span className="slice-number" data-digits={String(mix.number).length}>
              {mix.number}
            </span>
            <span className="slice-title" data-long={mix.title.length > 44 ? '' : undefined}>
              {mix.title} <MixMark mix={mix} />
            </span>
            <span className="slice-genre">{mix.genre}</span>
            <time className="slice-length" dateTime={isoDuration(mix.durationMs)}>
              {formatDuration(mix.durationMs)}
            </time>
            <Slab picture={mix.artwork} sizes="(min-width: 60rem) 26vw, 40vw" />
          </a>
          <PlayLink mix={mix} className="slice-play" />
        </li>
      ))}
    </ul>
  )
}
