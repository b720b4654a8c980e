/** Integrated loudness that every mix is brought to (AES TD1008's distribution level for music on streaming services, rounded). */
export const targetLufs = -14
/** True peaks stay below this, so that the decoder's own overshoot does not clip (EBU R128 s1). */
const ceilingDb = -1
const mostBoostDb = 12

/**
 * How much louder or quieter a mix has to be, in dB: towards the target, but never so loud that its true peak passes the ceiling.
 * Unknown loudness: 0, it is left as it is.
 */
export function normalisingDb(loudness: { lufs: number; peakDb: number } | null): number {
  if (!loudness || !Number.isFinite(loudness.lufs) || loudness.lufs < -60) return 0
  const wanted = targetLufs - loudness.lufs
  return wanted <= 0 ? wanted : Math.max(0, Math.min(wanted, ceilingDb - loudness.peakDb, mostBoostDb))
}

export const dbToGain = (db: number): number => 10 ** (db / 20)

/** Equal power: two mixes at once are as loud as one. `part` runs from 0 to 1. */
export const fadeOut = (part: number): number => Math.cos((Math.min(1, Math.max(0, part)) * Math.PI) / 2)
export const fadeIn = (part: number): number => Math.sin((Math.min(1, Math.max(0, part)) * Math.PI) / 2)

/** What ears take for half as loud is not half the voltage: a slider's 0..1 as gain. */
export const sliderGain = (slider: number): number => Math.min(1, Math.max(0, slider)) ** 2
