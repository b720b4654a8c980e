import { z } from 'zod'

const share = z.number().min(0).max(1)

/** A fan's own sound, as the sound room has it. Bands are 31 Hz to 16 kHz an octave apart, in dB; pitch in semitones. */
export const soundSettings = z.object({
  equaliser: z.array(z.number().min(-12).max(12)).length(10),
  room: z.enum(['none', 'room', 'hall', 'cathedral']),
  roomMix: share,
  echoMix: share,
  /** Seconds between two echoes. */
  echoS: z.number().min(0.05).max(1),
  drive: share,
  compressor: z.boolean(),
  semitones: z.number().min(-12).max(12),
  keepFormants: z.boolean(),
})
export type SoundSettings = z.output<typeof soundSettings>
