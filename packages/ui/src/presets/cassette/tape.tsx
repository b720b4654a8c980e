import type { Picture } from '../../site/views.ts'
import { inkOf } from './fit.ts'
import { Print } from './print.tsx'

const Screw = ({ x, y, turn }: { x: number; y: number; turn: number }) => (
  <g transform={`translate(${x} ${y}) rotate(${turn})`}>
    <circle r="8" className="cs-tape-hole" />
    <path d="M-5 0h10" className="cs-tape-slot" />
  </g>
)

const Reel = ({ x }: { x: number }) => (
  <g transform={`translate(${x} 207)`}>
    <circle r="38" className="cs-tape-paper" />
    <g className="cs-reel">
      <circle r="31" className="cs-tape-body" />
      {[0, 60, 120, 180, 240, 300].map((turn) => (
        <rect key={turn} x="-4" y="-35" width="8" height="13" rx="2" className="cs-tape-paper" transform={`rotate(${turn + 12})`} />
      ))}
    </g>
  </g>
)

interface TapeProps {
  /** What is written on it, at most two lines. */
  title: string
  number?: number
  left?: string
  right?: string
  picture?: Picture | null
  /** Read aloud: where it is the whole of a link. Elsewhere it repeats the words beside it. */
  spoken?: boolean
}

/**
 * The site's picture of itself: a cassette in three inks, its label printed with the mix's cover.
 */
export function Tape({ title, number = 1, left, right, picture = null, spoken = false }: TapeProps) {
  return (
    <div className="cs-tape" data-ink={inkOf(number)} aria-hidden={spoken ? undefined : true}>
      <svg viewBox="0 0 640 406" aria-hidden="true" focusable="false">
        <rect x="6" y="5" width="640" height="406" rx="24" className="cs-tape-under" />
        <rect width="640" height="406" rx="24" className="cs-tape-body" />
      </svg>
      <div className="cs-tape-label">
        <p className="cs-tape-title">{title}</p>
        <div className="cs-tape-art">
          {picture ? <Print picture={picture} sizes="(min-width: 64rem) 34rem, 90vw" plates={2} alt="" /> : null}
        </div>
        <p className="cs-tape-foot">
          <span>{left}</span> <span>{right}</span>
        </p>
      </div>
      <svg viewBox="0 0 640 406" aria-hidden="true" focusable="false">
        <rect x="158" y="152" width="324" height="110" rx="55" className="cs-tape-body" />
        <rect x="262" y="172" width="116" height="70" rx="8" className="cs-tape-glass" />
        <path
          d="M262 180a8 8 0 0 1 8-8h22a84 84 0 0 1 0 70h-22a8 8 0 0 1-8-8zM378 180a8 8 0 0 0-8-8h-9a130 130 0 0 0 0 70h9a8 8 0 0 0 8-8z"
          className="cs-tape-wound"
        />
        <Reel x={213} />
        <Reel x={427} />
        <path d="M134 406l18-84a12 12 0 0 1 12-10h312a12 12 0 0 1 12 10l18 84" className="cs-tape-edge" />
        <circle cx="196" cy="376" r="12" className="cs-tape-hole" />
        <circle cx="444" cy="376" r="12" className="cs-tape-hole" />
        <rect x="262" y="365" width="22" height="22" rx="4" className="cs-tape-hole" />
        <rect x="356" y="365" width="22" height="22" rx="4" className="cs-tape-hole" />
        <Screw x={20} y={20} turn={20} />
        <Screw x={620} y={20} turn={70} />
        <Screw x={20} y={386} turn={130} />
        <Screw x={620} y={386} turn={40} />
        <Screw x={320} y={340} turn={95} />
      </svg>
    </div>
  )
}
