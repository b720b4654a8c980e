import type { PlayerEngine } from './engine/engine.ts'
import type { MixAsk } from './engine/queued.ts'

/** The whole player as the lines that every page carries know it. */
export interface Player {
  engine: PlayerEngine
  /** A button of the page was pressed. */
  press: (ask: MixAsk, what: { play: number | null } | { queue: 'next' | 'last' }) => void
  /** Takes up what the tab's last document played. */
  goOn: () => Promise<void>
  /** Where it is in the mix of that address; 0 when another plays. */
  placeIn: (href: string) => number
}
