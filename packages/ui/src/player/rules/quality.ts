import type { PlayableView } from '../../site/views.ts'

export type Quality = NonNullable<PlayableView['stream']>['qualities'][number]
/** `auto` takes the best the line carries, `saver` always the smallest. */
export type QualityChoice = 'auto' | 'saver' | Quality
export const qualityChoices: readonly QualityChoice[] = ['auto', 'saver', 'aac128', 'aac256', 'aac320', 'flac']

const rank: readonly Quality[] = ['aac128', 'aac256', 'aac320', 'flac']

/** Best first. */
export const bestFirst = (qualities: readonly Quality[]): Quality[] => [...qualities].sort((a, b) => rank.indexOf(b) - rank.indexOf(a))

/**
 * The one quality that a choice means among what is offered: the chosen one, else the best below it, else the smallest there is.
 * Null: let the line decide.
 */
export function fixedQuality(choice: QualityChoice, offered: readonly Quality[], savesData: boolean): Quality | null {
  const known = bestFirst(offered)
  const smallest = known.at(-1) ?? null
  if (choice === 'saver' || (choice === 'auto' && savesData)) return smallest
  if (choice === 'auto') return null
  return known.find((quality) => rank.indexOf(quality) <= rank.indexOf(choice)) ?? smallest
}
