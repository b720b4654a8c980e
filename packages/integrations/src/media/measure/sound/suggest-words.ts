import type { Key, Suggestion, Tempo } from '../measurements.ts'

export interface Traits {
  tempo: Tempo
  key: Key | null
  energy: readonly number[]
  balance: { low: number; middle: number; high: number }
}

interface Manner {
  genre: string
  /** Beats a minute it is played at. */
  from: number
  to: number
  /** How hard it drives, 0 to 1. */
  energy: number
}

/** Where club styles lie by tempo and drive. A first word for the DJ to correct; tempo tells more than all else. */
const manners: readonly Manner[] = [
  { genre: 'Ambient', from: 50, to: 90, energy: 0.15 },
  { genre: 'Dub', from: 66, to: 84, energy: 0.4 },
  { genre: 'Downtempo', from: 78, to: 106, energy: 0.35 },
  { genre: 'Hip-hop', from: 82, to: 100, energy: 0.5 },
  { genre: 'Disco', from: 108, to: 122, energy: 0.6 },
  { genre: 'Deep house', from: 117, to: 123, energy: 0.5 },
  { genre: 'House', from: 120, to: 128, energy: 0.65 },
  { genre: 'Techno', from: 127, to: 142, energy: 0.75 },
  { genre: 'UK garage', from: 129, to: 136, energy: 0.6 },
  { genre: 'Breakbeat', from: 125, to: 140, energy: 0.65 },
  { genre: 'Dubstep', from: 138, to: 142, energy: 0.55 },
  { genre: 'Trance', from: 134, to: 142, energy: 0.75 },
  { genre: 'Jungle', from: 158, to: 170, energy: 0.7 },
  { genre: 'Drum and bass', from: 168, to: 180, energy: 0.75 },
]
const mostGenres = 3
const mostMoods = 3

function tempoFit({ from, to }: Manner, { bpm, alternatives }: Tempo): number {
  if (bpm === null) return from < 90 ? 0.3 : 0
  const fit = (tempo: number) =>
    tempo >= from && tempo <= to ? 1 : Math.max(0, 1 - Math.min(Math.abs(tempo - from), Math.abs(tempo - to)) / 6)
  const others = alternatives
    .filter(({ relation }) => relation !== 'other')
    .map((other) => 0.8 * Math.min(1, other.weight) * fit(other.bpm))
  return Math.max(fit(bpm), ...others)
}

/** Words a DJ may take over. Without a tempo and without drive there is little to say, and little is said. */
export function suggestWords({ tempo, key, energy, balance }: Traits): Suggestion {
  const drive = energy.reduce((sum, value) => sum + value, 0) / Math.max(1, energy.length)
  const genres = manners
    .map((manner) => ({ genre: manner.genre, fit: tempoFit(manner, tempo) * (1 - Math.abs(drive - manner.energy)) }))
    .filter(({ fit }) => fit > 0.55)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, mostGenres)
    .map(({ genre }) => genre)
  const all = Math.max(balance.low + balance.middle + balance.high, 1e-9)
  const [dark, bright] = [balance.high / all < 0.04, balance.high / all > 0.16]
  const minor = key?.mode === 'minor' && key.confidence > 0.4
  const major = key?.mode === 'major' && key.confidence > 0.4
  const moods: [string, boolean][] = [
    ['energetic', drive > 0.62],
    ['driving', drive > 0.5 && balance.low / all > 0.35],
    ['calm', drive < 0.28],
    ['mellow', drive >= 0.28 && drive < 0.42],
    ['deep', balance.low / all > 0.5 && drive < 0.6],
    ['dark', minor && dark],
    ['melancholic', minor && drive < 0.4],
    ['uplifting', major && drive > 0.45],
    ['warm', major && drive <= 0.45],
    ['bright', bright],
  ]
  return { genres, moods: moods.flatMap(([mood, so]) => (so ? [mood] : [])).slice(0, mostMoods) }
}
