import { useTranslation } from 'react-i18next'
import { type Playable, Tracklist } from '../../site/index.ts'
import type { TrackRow } from '../../site/views.ts'

/** The tracklist as it would be written on the card: what begins in the first half on side A, the rest on side B. */
export function Sides({
  mix,
  tracks,
  durationMs,
  shown = Number.POSITIVE_INFINITY,
}: {
  mix: Playable
  tracks: TrackRow[]
  durationMs: number
  shown?: number
}) {
  const { t } = useTranslation('site')
  const first = tracks.filter((track) => track.startMs < durationMs / 2)
  const sides = [
    { letter: 'A', tracks: first.slice(0, shown) },
    { letter: 'B', tracks: tracks.slice(first.length).slice(0, shown) },
  ].filter((side) => side.tracks.length > 0)
  return (
    <div className="cs-sides">
      {sides.map((side) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; these are two lists with a name each
        <div key={side.letter} className="cs-side" role="group" aria-label={`${t('sections.tracklist')}, ${side.letter}`}>
          <p className="cs-side-letter" aria-hidden="true">
            {side.letter}
          </p>
          <Tracklist mix={mix} tracks={side.tracks} durationMs={durationMs} className="cs-tracks" />
        </div>
      ))}
    </div>
  )
}
