import { forgetProcess, listLeftovers, readLedger } from '../../../../scripts/lib/ledger.mjs'
import { endProcess, isAlive } from '../../../../scripts/lib/processes.mjs'

/**
 * Ends what a launcher left behind when it was killed: the programs first, the services they use after them.
 * Returns the names of what was ended.
 */
export async function endLeftovers(folder: string): Promise<string[]> {
  const ended: string[] = []
  for (const { name, pid, identity, stopSignal } of listLeftovers(folder).reverse())
    if (await endProcess(pid, identity, { signal: stopSignal })) ended.push(name)
  for (const { pid, identity } of readLedger(folder)) if (!isAlive(pid, identity)) forgetProcess(folder, pid)
  return ended
}
