/**
 * What a stretch of a track is: `lead` comes under the track before, `open` begins a mix out of nothing, then it is the track's own:
 * groove, lift, break, drop. `away` goes under the next one.
 */
export type SectionKind = 'lead' | 'open' | 'groove' | 'lift' | 'break' | 'drop' | 'away'

export interface Section {
  kind: SectionKind
  /** Bars from the track's mark, the second exclusive. */
  from: number
  to: number
}

export interface Form {
  /** Bars under the track before (0 for the first), its own bars, bars under the next or until it has died away. */
  lead: number
  bars: number
  away: number
  opens: boolean
}

/** A third of groove, a break before the middle, the drop, and what is left to come down on. What is too short for that has no break. */
export function sectionsOf({ lead, bars, away, opens }: Form): Section[] {
  const short = bars < 24
  const pause = short ? 0 : bars >= 40 ? 8 : 4
  const groove = Math.round((bars * (short ? 0.5 : 0.34)) / 4) * 4
  const drop = short ? bars - groove : Math.round(((bars - groove - pause) * 0.62) / 4) * 4
  const first: [SectionKind, number][] = opens
    ? [
        ['open', 4],
        ['groove', groove - 4],
      ]
    : [['groove', groove]]
  const plan: [SectionKind, number][] = [...first, ['break', pause], ['drop', drop], ['lift', bars - groove - pause - drop]]
  let at = 0
  const sections: Section[] = lead > 0 ? [{ kind: 'lead', from: -lead, to: 0 }] : []
  for (const [kind, length] of plan) {
    if (length <= 0) continue
    sections.push({ kind, from: at, to: at + length })
    at += length
  }
  if (away > 0) sections.push({ kind: 'away', from: at, to: at + away })
  return sections
}
