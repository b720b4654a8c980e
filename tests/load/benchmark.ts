import type { Installation } from '@residency/local'
import type pg from 'pg'

/** One figure. `floor` is the same work done bare in the same run, where there is such a thing; `ratio` compares the two. */
export interface Figure {
  name: string
  value: number
  unit: string
  floor: number | null
  ratio: number | null
}

export interface BenchContext {
  installation: Installation
  /** The owner's connection. */
  owner: pg.Client
  say(line: string): void
  /** Tenants for host.resolve. */
  tenants: number
  /** Runs of Lighthouse for each preset. */
  lighthouseRuns: number
}

export interface Benchmark {
  name: string
  run(context: BenchContext): Promise<Figure[]>
}

export const slug = 'danny'

export const hostOf = ({ installation }: BenchContext): string => `${slug}.localhost:${installation.services.ports.site}`

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** How often `work` is done in a second, `at` at a time. */
export async function rate(work: () => Promise<unknown>, { seconds, at }: { seconds: number; at: number }): Promise<number> {
  const started = performance.now()
  const until = started + seconds * 1000
  let done = 0
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      await work()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: at }, one))
  return done / ((performance.now() - started) / 1000)
}

/** Two ways of doing the same, in turns, so that whatever else the machine does burdens both. The ratio is the median of the pairs' own. */
export async function compare(
  ours: () => Promise<number>,
  bare: () => Promise<number>,
  rounds: number,
): Promise<{ value: number; floor: number; ratio: number }> {
  const pairs: [number, number][] = []
  for (let at = 0; at < rounds; at += 1) {
    // Who goes first alternates too.
    if (at % 2 === 0) {
      const value = await ours()
      pairs.push([value, await bare()])
    } else {
      const floor = await bare()
      pairs.push([await ours(), floor])
    }
  }
  return {
    value: round(median(pairs.map(([value]) => value)), 1),
    floor: round(median(pairs.map(([, floor]) => floor)), 1),
    ratio: round(median(pairs.map(([value, floor]) => value / floor)), 3),
  }
}
