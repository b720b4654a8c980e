import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { localFolder } from '@residency/local'
import { redisDoor } from '../../packages/jobs/src/testing/redis-door.ts'
import { readLedger } from '../../scripts/lib/ledger.mjs'
import { type BenchContext, type Benchmark, type Figure, round } from './benchmark.ts'
import { type Source, Uploader } from './uploader.ts'

const gigabyte = 1024 ** 3
const cuts = 10

/** A gigabyte in which no two stretches are the same: what is put at the wrong place is found. */
const source: Source = {
  filename: 'cut ten times.wav',
  bytes: gigabyte,
  read: (first, bytes) => {
    const block = Buffer.alloc(bytes, createHash('sha256').update(String(first)).digest())
    block.writeBigUInt64LE(BigInt(first), 0)
    return block
  },
}

/** Memory of the site's process in MB: it only says where parts go, and no byte of them passes through it. */
async function siteMemory(): Promise<number> {
  const pid = readLedger(join(localFolder, 'bench')).find(({ name }) => name === 'site')?.pid
  const status = pid ? await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '') : ''
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** A gigabyte over a line that is cut ten times in the middle of a part: what each cut costs, and what the server holds meanwhile. */
async function run(context: BenchContext): Promise<Figure[]> {
  const uploader = await Uploader.signIn(context)
  const store = new URL(context.installation.services.env.S3_ENDPOINT ?? '')
  const door = await redisDoor(store.origin)
  const through = { host: '127.0.0.1', port: Number(new URL(door.url).port) }
  const begun = await uploader.begin(source)
  const count = Math.ceil(source.bytes / begun.partBytes)
  const every = Math.floor(count / (cuts + 1))
  let made = 0
  let sent = 0
  let most = 0
  let memory = 0
  const before = await siteMemory()
  const started = performance.now()
  try {
    for (let missing = range(count); missing.length > 0; ) {
      const sentBefore = sent
      const [from = 0] = missing
      try {
        for (const number of missing) {
          const cut = made < cuts && number >= (made + 1) * every
          sent += 1
          await uploader.put(source, begun, number, { through, ...(cut ? { onHalf: door.shut } : {}) })
          memory = Math.max(memory, await siteMemory())
        }
        missing = []
      } catch (error) {
        if (made >= cuts) throw error
        made += 1
        door.open()
        // As after a closed tab: nothing is remembered here, the server says what it has.
        const { parts } = await uploader.present(begun.uploadId)
        missing = range(count).filter((number) => !parts.includes(number))
        most = Math.max(most, sent - sentBefore - ((missing[0] ?? count + 1) - from))
      }
    }
    const { recordingId } = await uploader.complete(begun.uploadId)
    context.say(`upload.cut: ${made} cuts, ${sent} of ${count} parts sent, recording ${recordingId}`)
    const seconds = (performance.now() - started) / 1000
    return [
      { name: 'upload.cut.resent', value: most, unit: 'parts a cut', floor: null, ratio: null },
      { name: 'upload.cut.memory', value: round(memory - before, 1), unit: 'MB grown', floor: null, ratio: null },
      { name: 'upload.cut.rate', value: round(source.bytes / 1024 ** 2 / seconds, 1), unit: 'MB/s', floor: null, ratio: null },
    ]
  } finally {
    await door.close()
  }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

export const uploadCut: Benchmark = { name: 'upload.cut', run }
