import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { tenantStorage } from '@residency/integrations/storage'

/** Folders of this process that are in use. */
const own = new Set<string>()
const root = (): string => join(tmpdir(), 'residency-recordings')

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes away what killed workers left on this machine: folders are named `<pid>-…`. */
async function clearLeftovers(): Promise<void> {
  for (const name of await readdir(root())) {
    const pid = Number(name.split('-')[0])
    const folder = join(root(), name)
    // A process that has our number but not our folder ended before we began: containers give everybody the same.
    const isLeft = pid === process.pid ? !own.has(folder) : !runs(pid)
    if (isLeft) await rm(folder, { recursive: true, force: true })
  }
}

/** Gives `work` an empty folder of its own, on the disk of TMPDIR, and takes it away afterwards, whatever happens. */
export async function inWorkingFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(root(), { recursive: true, mode: 0o700 })
  await clearLeftovers()
  // Known before it is there: another job of this process may just be clearing up.
  const folder = join(root(), `${process.pid}-${randomUUID()}`)
  own.add(folder)
  try {
    await mkdir(folder, { mode: 0o700 })
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
    own.delete(folder)
  }
}

/** Streams an object to a file; memory stays flat. Returns its SHA-256 in hexadecimal, or null when there is no such object. */
export async function fetchOriginal(tenantId: string, key: string, file: string, signal: AbortSignal): Promise<{ sha256: string } | null> {
  const found = await tenantStorage(tenantId).get(key)
  if (!found) return null
  const hash = createHash('sha256')
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(found.body, tap, createWriteStream(file, { mode: 0o600 }), { signal })
  return { sha256: hash.digest('hex') }
}
