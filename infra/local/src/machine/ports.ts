import { join } from 'node:path'
import { isFreeEverywhere } from '../../../../scripts/lib/ports.mjs'
import { Problem } from '../../../../scripts/lib/problem.mjs'
import { readState, writePrivate } from '../../../../scripts/lib/state.mjs'

/** Below the range from which systems give out ports for outgoing connections, above what services have by default. */
const defaultRange = '20000-29999'

/**
 * Picks a free port for each name and keeps it in the folder, so that addresses are the same after a restart.
 * `LOCAL_PORTS=4100-4149` narrows the choice.
 */
export async function choosePorts<Name extends string>(folder: string, names: readonly Name[]): Promise<Record<Name, number>> {
  const file = join(folder, 'ports.json')
  const [first = 0, last = 0] = (process.env.LOCAL_PORTS || defaultRange).split('-').map(Number)
  const remembered = (readState(file) ?? {}) as Record<string, number>
  const chosen: Record<string, number> = {}
  const taken = new Set(Object.values(remembered))
  let next = first + (hash(folder) % Math.max(1, last - first - 50))
  for (const name of names) {
    const known = remembered[name]
    if (known && known >= first && known <= last && (await isFreeEverywhere(known))) {
      chosen[name] = known
      continue
    }
    let tried = 0
    while (taken.has(next) || !(await isFreeEverywhere(next))) {
      if (tried++ > last - first)
        throw new Problem(`No port is free between ${first} and ${last}`, 'give another range: LOCAL_PORTS=41000-41999 npm start')
      next = next >= last ? first : next + 1
    }
    chosen[name] = next
    taken.add(next)
  }
  writePrivate(file, JSON.stringify({ ...remembered, ...chosen }, null, 2))
  return chosen as Record<Name, number>
}

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
