import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, rm, truncate } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MediaError, measureAudio, probeAudio } from '@residency/integrations/media'
import type { HostileFile } from './hostile-file.ts'
import { hostileFiles } from './hostile-files.ts'
import { makeMaterial } from './make-material.ts'
import { watchChildren } from './watch-children.ts'

export interface HostileTally {
  tried: number
  /** Accepted, or ended by anything else than a clear refusal. */
  failed: number
  /** Calls that reached the address the files name. */
  connections: number
  /** Of the largest tool, in bytes; of this process, by how much it grew. */
  mostToolBytes: number
  ownGrowthBytes: number
}

const most = { mostBytes: 4 * 1024 ** 3, mostDurationMs: 12 * 3_600_000 }
/** The promise of `npm run probe`. */
export const memoryLimit = 512 * 1024 * 1024

async function write(path: string, { bytes }: HostileFile): Promise<void> {
  const handle = await open(path, 'w')
  await handle.writeFile(Buffer.isBuffer(bytes) ? bytes : bytes.head)
  await handle.close()
  if (!Buffer.isBuffer(bytes)) await truncate(path, bytes.size)
}

/** What an upload goes through before anybody hears it. Resolves with why it was refused, or null when it was not. */
async function refusalOf(path: string): Promise<string | null> {
  try {
    await measureAudio(path, await probeAudio(path, most))
    return null
  } catch (error) {
    if (error instanceof MediaError) return error.problem
    throw error
  }
}

/** Proves that the listener would notice: an ffmpeg that nobody shut in calls the address. */
async function unguarded(path: string): Promise<void> {
  const words = [
    '-v',
    'quiet',
    '-protocol_whitelist',
    'file,http,tcp',
    '-allowed_extensions',
    'ALL',
    '-f',
    'hls',
    '-i',
    path,
    '-f',
    'null',
    '-',
  ]
  await once(spawn('ffmpeg', words, { stdio: 'ignore', timeout: 20_000 }), 'exit')
}

/** Sends every hostile file through probe and measurement. `say` is told of each that failed. */
export async function probeHostileAudio(say: (line: string) => void, names?: (name: string) => boolean): Promise<HostileTally> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'))
  let connections = 0
  const listener = createServer((socket) => {
    connections += 1
    socket.on('error', () => undefined).destroy()
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const watch = watchChildren()
  try {
    const files = hostileFiles(await makeMaterial(folder, (listener.address() as AddressInfo).port))
    const path = join(folder, 'upload')
    await write(path, files.find(({ name }) => name === 'hls.m3u8') as HostileFile)
    await unguarded(path)
    const noticed = connections > 0
    connections = 0
    const tally = { tried: 0, failed: noticed ? 0 : 1 }
    if (!noticed) say('the listener did not notice an unguarded ffmpeg')
    const before = process.memoryUsage().rss
    let mostOwn = before
    for (const hostile of files.filter(({ name }) => names?.(name) ?? true)) {
      await write(path, hostile)
      tally.tried += 1
      try {
        const problem = await refusalOf(path)
        if (problem) continue
        say(`${hostile.name} was accepted`)
      } catch (error) {
        say(`${hostile.name}: ${String(error).slice(0, 300)}`)
      } finally {
        mostOwn = Math.max(mostOwn, process.memoryUsage().rss)
      }
      tally.failed += 1
    }
    return { ...tally, connections, mostToolBytes: watch.mostBytes(), ownGrowthBytes: mostOwn - before }
  } finally {
    watch.stop()
    listener.close()
    await rm(folder, { recursive: true, force: true })
  }
}
