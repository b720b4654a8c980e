import { rate } from '../dsp/sound.ts'
import type { MixPlan } from './plan-mix.ts'

/** The same mix, ended after so many seconds. */
export function shortened(plan: MixPlan, seconds: number): MixPlan {
  const samples = Math.min(plan.samples, Math.round(seconds * 100) * (rate / 100))
  return { ...plan, samples, tracks: plan.tracks.filter(({ from }) => from < samples) }
}
