import { join } from 'node:path'
import { commandLine, endProcess, isAlive, processIdentity } from '../../../../scripts/lib/processes.mjs'
import { readState, writePrivate } from '../../../../scripts/lib/state.mjs'

/** A process this folder's launcher has started. Its number alone would not do: numbers are used again. */
interface Entry {
  name: string
  pid: number
  identity: string
  stopSignal: NodeJS.Signals
}

const fileOf = (folder: string): string => join(folder, 'pids.json')

const read = (folder: string): Entry[] => {
  const entries = readState(fileOf(folder))
  return Array.isArray(entries) ? (entries as Entry[]) : []
}

const write = (folder: string, entries: Entry[]): void => writePrivate(fileOf(folder), JSON.stringify(entries, null, 2))

export function recordProcess(folder: string, name: string, pid: number, stopSignal: NodeJS.Signals): void {
  const identity = processIdentity(pid)
  if (identity) write(folder, [...read(folder), { name, pid, identity, stopSignal }])
}

export function forgetProcess(folder: string, pid: number): void {
  write(
    folder,
    read(folder).filter((entry) => entry.pid !== pid),
  )
}

/** Processes of an earlier launcher that still live. */
export const listLeftovers = (folder: string): { name: string; pid: number; command: string }[] =>
  read(folder)
    .filter(({ pid, identity }) => isAlive(pid, identity))
    .map(({ name, pid }) => ({ name, pid, command: commandLine(pid) }))

/**
 * Ends what a launcher left behind when it was killed: the programs first, the services they use after them.
 * Returns the names of what was ended.
 */
export async function endLeftovers(folder: string): Promise<string[]> {
  const ended: string[] = []
  for (const { name, pid, identity, stopSignal } of read(folder).reverse()) {
    if (await endProcess(pid, identity, { signal: stopSignal })) ended.push(name)
    forgetProcess(folder, pid)
  }
  return ended
}
