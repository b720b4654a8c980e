import { formatStart, isoDuration } from './format.ts'
import type { TrackRow } from './views.ts'

/** Times, artists, titles, labels as one ordered list. Presets set it; the next issue makes the times seek. */
export function Tracklist({ tracks, durationMs, className }: { tracks: TrackRow[]; durationMs: number; className?: string }) {
  return (
    <ol className={className ? `tracklist ${className}` : 'tracklist'}>
      {tracks.map((track) => (
        <li key={track.position} className="track" id={`track-${track.position}`}>
          <time className="track-start" dateTime={isoDuration(track.startMs)}>
            {formatStart(track.startMs, durationMs)}
          </time>
          <span className="track-what">
            <span className="track-artist">{track.artist}</span> <span className="track-title">{track.title}</span>
          </span>
          {track.label ? <span className="track-label">{track.label}</span> : null}
        </li>
      ))}
    </ol>
  )
}
