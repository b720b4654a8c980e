import { fork } from 'node:child_process'
import { once } from 'node:events'
import { tenantRef } from '@residency/db'
import { plantRecording } from '@residency/domain/testing'
import { tenantStorage } from '@residency/integrations/storage'
import autocannon from 'autocannon'
import { ask } from '../support/ask.ts'
import { type BenchContext, type Benchmark, compare, hostOf, slug } from './benchmark.ts'

const rounds = 5
const seconds = 3
const connections = 32

async function segmentsASecond(url: string, host: string): Promise<number> {
  const result = await autocannon({ url, connections, duration: seconds, headers: { host } })
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} answers were no segment, ${result.errors} requests failed`)
  return result.requests.average
}

/** Six seconds of 128 kbit/s under a visitor's ticket, again and again, beside Node's own server with the same bytes in memory. */
async function run(context: BenchContext) {
  const { site } = context.installation.services.ports
  const host = hostOf(context)
  const { rows } = await context.owner.query<{ id: string }>('select id from tenant where slug = $1', [slug])
  const ref = tenantRef('cli', rows[0]?.id ?? '')
  const { mixId, recordingId, segments } = await plantRecording(ref, { renditions: ['aac128'], segments: 1 })
  const body = segments.get('aac128/0.m4s')
  const bare = fork(new URL('bare-server.ts', import.meta.url), { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  try {
    const heard = await ask(site, `/listen/${mixId}`, { host })
    const { stream } = JSON.parse(heard?.body ?? '{}') as { stream?: { master: string } }
    if (!stream || !body) throw new Error(`the mix can't be heard: ${heard?.status}`)
    const path = stream.master.replace('master.m3u8', 'aac128/0.m4s')
    bare.send({ body, type: 'audio/mp4' })
    const [port] = (await once(bare, 'message')) as [number]
    const ours = () => segmentsASecond(`http://127.0.0.1:${site}${path}`, host)
    const floor = () => segmentsASecond(`http://127.0.0.1:${port}/`, host)
    // A server that has just started is slow until its code is compiled: neither's first seconds count.
    await ours()
    await floor()
    return [{ name: 'stream.segment', unit: 'segments/s', ...(await compare(ours, floor, rounds)) }]
  } finally {
    bare.kill('SIGKILL')
    await tenantStorage(ref.tenantId).deleteUnder('audio', recordingId)
    await context.owner.query('delete from mix where tenant_id = $1 and id = $2', [ref.tenantId, mixId])
  }
}

export const streamSegment: Benchmark = { name: 'stream.segment', run }
