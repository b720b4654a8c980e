/** Semitones of the seven degrees above the tonic. */
const scales = {
  ionian: [0, 2, 4, 5, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  aeolian: [0, 2, 3, 5, 7, 8, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  /** Harmonic minor from its fifth: the second a half step, the third wide. */
  hijaz: [0, 1, 4, 5, 7, 8, 10],
} as const

export type Scale = keyof typeof scales

export interface Key {
  /** 0 = C … 11 = B */
  tonic: number
  scale: Scale
}

export const modeOf = ({ scale }: Key): 'major' | 'minor' => (scale === 'ionian' || scale === 'mixolydian' ? 'major' : 'minor')

/** The MIDI note of a degree (0 is the tonic; below or above the octave is allowed) near `octave` (4 holds middle C). */
export function degree({ tonic, scale }: Key, step: number, octave: number): number {
  const steps = scales[scale]
  const turn = Math.floor(step / 7)
  return 12 * (octave + 1 + turn) + tonic + (steps[step - 7 * turn] as number)
}

/** The next key round the circle of fifths in which most notes stay: what a DJ mixes into. */
export const byFifths = (key: Key, fifths: number): Key => ({ ...key, tonic: (((key.tonic + 7 * fifths) % 12) + 12) % 12 })
