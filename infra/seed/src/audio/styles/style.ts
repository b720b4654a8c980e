import type { Scale } from '../music/key.ts'
import type { Studio } from '../studio/studio.ts'

export interface Style {
  /** Scales it is written in; which one, the track's seed says. */
  scales: readonly Scale[]
  write(studio: Studio): void
}
