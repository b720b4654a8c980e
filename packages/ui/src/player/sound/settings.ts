/** Middle frequencies of the equaliser's bands, in Hz: an octave apart (ISO 266). */
export const bandHz = [31, 62, 125, 250, 500, 1000, 2000, 4000, 8000, 16000] as const
export const mostBandDb = 12

export const rooms = ['none', 'room', 'hall', 'cathedral'] as const
export type Room = (typeof rooms)[number]

/** All that the sound room changes. Each part off is not even built. */
export interface SoundSettings {
  /** dB of each band, -12 … 12 */
  equaliser: number[]
  room: Room
  /** 0 … 1: how much of it is mixed in */
  roomMix: number
  /** 0 … 1 */
  echoMix: number
  /** Seconds between two echoes */
  echoS: number
  /** 0 … 1 */
  drive: number
  compressor: boolean
  /** Semitones, -12 … 12; speed is not touched by it */
  semitones: number
  /** A voice keeps its own colour when it is moved. */
  keepFormants: boolean
}

const flatBands = (): number[] => bandHz.map(() => 0)
export const plainSound: SoundSettings = {
  equaliser: flatBands(),
  room: 'none',
  roomMix: 0.3,
  echoMix: 0,
  echoS: 0.375,
  drive: 0,
  compressor: false,
  semitones: 0,
  keepFormants: true,
}

export const equaliserPresets = {
  flat: flatBands(),
  bass: [6, 5.5, 4, 2, 0, -0.5, -0.5, 0, 0.5, 0.5],
  vocal: [-3, -2.5, -1.5, 0, 2, 3.5, 3.5, 2, 0.5, -0.5],
  club: [3.5, 4, 2.5, 0, -1.5, -1.5, 0, 1.5, 2.5, 2],
  headphone: [3, 2.5, 1, 0, -1, 0, 1.5, 0.5, -1.5, 1],
  loudness: [6, 4.5, 2, 0, -1, -1, 0, 1.5, 3.5, 5],
} as const satisfies Record<string, readonly number[]>
export type EqualiserPreset = keyof typeof equaliserPresets

export const presetOf = (bands: readonly number[]): EqualiserPreset | null =>
  (Object.keys(equaliserPresets) as EqualiserPreset[]).find((name) => equaliserPresets[name].every((db, index) => db === bands[index])) ??
  null

/** Nothing is changed: no audio graph is needed. */
export const isPlain = (sound: SoundSettings): boolean =>
  sound.equaliser.every((db) => db === 0) &&
  sound.room === 'none' &&
  sound.echoMix === 0 &&
  sound.drive === 0 &&
  !sound.compressor &&
  sound.semitones === 0

const within = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise

/** What was stored (here, or in the account by another version) as settings that can be used. */
export function readSound(unverified: unknown): SoundSettings {
  const given = (typeof unverified === 'object' && unverified !== null ? unverified : {}) as Partial<Record<keyof SoundSettings, unknown>>
  const bands = Array.isArray(given.equaliser) ? given.equaliser : []
  return {
    equaliser: bandHz.map((_hz, index) => within(bands[index], -mostBandDb, mostBandDb, 0)),
    room: rooms.find((room) => room === given.room) ?? 'none',
    roomMix: within(given.roomMix, 0, 1, plainSound.roomMix),
    echoMix: within(given.echoMix, 0, 1, 0),
    echoS: within(given.echoS, 0.05, 1, plainSound.echoS),
    drive: within(given.drive, 0, 1, 0),
    compressor: given.compressor === true,
    semitones: within(given.semitones, -12, 12, 0),
    keepFormants: given.keepFormants !== false,
  }
}
