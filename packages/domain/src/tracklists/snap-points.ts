import { z } from 'zod'

const energySchema = z.array(z.number()).catch([])
/** Between two of them there is room for a track. */
const apartMs = 30_000
const most = 200

/** Where the energy (a figure every few seconds, 0..1) changes most, in milliseconds, in order. */
export function snapPoints(unverifiedEnergy: unknown, durationMs: number): number[] {
  const energy = energySchema.parse(unverifiedEnergy ?? [])
  if (energy.length < 3 || durationMs <= 0) return []
  const stepMs = durationMs / energy.length
  const changes = energy
    .map((value, at) => ({ ms: Math.round(at * stepMs), change: at === 0 ? 0 : Math.abs(value - (energy[at - 1] ?? value)) }))
    .filter(({ change }) => change >= 0.05)
    .sort((a, b) => b.change - a.change)
  const chosen: number[] = []
  for (const { ms } of changes) {
    if (chosen.length >= most) break
    if (chosen.every((one) => Math.abs(one - ms) >= apartMs)) chosen.push(ms)
  }
  return chosen.sort((a, b) => a - b)
}
