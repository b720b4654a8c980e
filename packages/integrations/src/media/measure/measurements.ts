export interface Loudness {
  /** EBU R128, whole recording. -70 is silence. */
  integratedLufs: number
  /** Between the samples too (ITU-R BS.1770). */
  truePeakDbtp: number
  rangeLu: number
}

/** How far below the threshold of hearing in a club the ends are: what a DJ may trim. */
export interface Silence {
  /** From the start to the first sound. The whole duration when there is none. */
  leadMs: number
  /** From the last sound to the end. */
  tailMs: number
}

/** Each byte is the largest amplitude of its slot on either channel: 0 silence, 255 full scale, linear. */
export interface Peaks {
  /** 1,000 slots over the whole recording, whatever its length (fewer below a tenth of a second). */
  overview: Uint8Array
  /** `detailPerSecond` slots a second. */
  detail: Uint8Array
  detailPerSecond: number
}

export interface Tempo {
  /** Beats a minute to a hundredth; null where there is no beat to follow. */
  bpm: number | null
  /** 0 to 1. */
  confidence: number
  /** Other ways of counting the same music, heaviest first; weights are relative to the chosen one's 1. */
  alternatives: { bpm: number; relation: 'half' | 'double' | 'other'; weight: number }[]
}

export interface Key {
  /** 0 is C, 11 is B. */
  tonic: number
  mode: 'major' | 'minor'
  /** 0 to 1. */
  confidence: number
  /** `F# minor` */
  name: string
  /** The wheel DJs mix by: `11A`. */
  camelot: string
}

/** What it may be called; to say so stays with the DJ. Keys, not words for a page: the reader's language gives the words. */
export interface Suggestion {
  genres: string[]
  moods: string[]
}

export interface Measurements {
  /** Of what was measured, counted by the sample. */
  durationMs: number
  loudness: Loudness
  silence: Silence
  peaks: Peaks
  /** How hard it drives, 0 to 1, a value each `energyEverySeconds`. */
  energy: number[]
  energyEverySeconds: number
  tempo: Tempo
  /** null where nothing has a pitch. */
  key: Key | null
  /** For `compareFingerprints` alone. Little-endian 32-bit words. */
  fingerprint: Uint8Array
  suggestion: Suggestion
}
