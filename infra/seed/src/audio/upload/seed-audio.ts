import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type TenantRef, tenantRef, withTenant } from '@residency/db'
import { demoTenants } from '../../content/index.ts'
import type { DemoMix, DemoTenant } from '../../content/types.ts'
import { demoId } from '../../demo-ids.ts'
import { refuseProduction } from '../../guard.ts'
import { toMs } from '../mix/plan-mix.ts'
import { shortened } from '../mix/shorten.ts'
import { writeMix } from './audio-file.ts'
import { crewMember } from './demo-crew.ts'
import { uploadFile } from './upload-file.ts'

export interface SeedAudioOptions {
  /** How many mixes of each tenant, the newest first. All of them unless told. */
  mixes?: number
  /** Slugs. All demo tenants unless told. */
  tenants?: readonly string[]
  /** Plays so many seconds of each mix alone: for a test that wants something to play soon. */
  seconds?: number
  /** Waits for the pipeline after each upload, so that it never has more than one of ours to do. On unless told. */
  wait?: boolean
  demo?: boolean
  log?: (line: string) => void
  signal?: AbortSignal
}

interface Turn {
  tenant: DemoTenant
  mix: DemoMix
  /** Place among the tenant's mixes, the newest is 0. */
  place: number
}

/** Mixes without loss, of each tenant. The others come as MP3: nobody wants gigabytes of a demonstration. */
const lossless = 2
const longestWaitMs = 15 * 60_000

/**
 * Plays the demo mixes and uploads them as a DJ would, one of each tenant in turn. A mix that has a recording, that is gone, or that is no
 * longer the seed's own (another length) is passed over; a run that was cut off is gone on with. Returns the ids of the recordings made.
 */
export async function seedAudio({
  mixes = Number.POSITIVE_INFINITY,
  tenants,
  seconds,
  wait = true,
  demo = false,
  log = () => undefined,
  signal,
}: SeedAudioOptions = {}): Promise<string[]> {
  refuseProduction(process.env, demo)
  const folder = await mkdtemp(join(tmpdir(), 'demo-audio-'))
  const made: string[] = []
  try {
    for (const turn of turns(mixes, tenants)) {
      signal?.throwIfAborted()
      const ref = tenantRef('cli', demoId(turn.tenant.slug, 'tenant'))
      const mixId = demoId(turn.tenant.slug, 'mix', turn.mix.slug)
      if (!(await isWaiting(ref, mixId, turn.mix))) continue
      const ctx = await crewMember(ref, turn.tenant, turn.place)
      if (!ctx) continue
      const format = turn.place < lossless ? 'flac' : 'mp3'
      const path = join(folder, `mix.${format}`)
      const plan = seconds === undefined ? turn.mix.audio : shortened(turn.mix.audio, seconds)
      const { title, genre } = turn.mix
      await writeMix(plan, path, { format, tags: { title, genre, artist: turn.tenant.name }, signal })
      const fileMark = `demo-audio/${turn.mix.slug}/${plan.samples}`
      const recordingId = await uploadFile(ctx, { path, filename: `${title}.${format}`, fileMark, mixId }, signal)
      made.push(recordingId)
      log(`${turn.tenant.name}: ${title}`)
      if (wait) await encoded(ref, recordingId, signal)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return made
}

/** The newest of each, then the next of each: every site soon has something to play. What is not out yet comes last. */
function turns(mixes: number, tenants: readonly string[] | undefined): Turn[] {
  const today = new Date()
  const all = Object.entries(demoTenants)
    .filter(([slug]) => tenants?.includes(slug) ?? true)
    .map(([, make]) => make(today))
  const queues = all.map((tenant) => {
    const out = tenant.mixes.filter(({ publication }) => publication === 'published').reverse()
    const later = tenant.mixes.filter(({ publication }) => publication !== 'published')
    return [...out, ...later].map((mix, place): Turn => ({ tenant, mix, place })).slice(0, mixes)
  })
  const longest = Math.max(0, ...queues.map((queue) => queue.length))
  return Array.from({ length: longest }, (_, i) => queues.flatMap((queue) => queue[i] ?? [])).flat()
}

async function isWaiting(ref: TenantRef, mixId: string, mix: DemoMix): Promise<boolean> {
  return withTenant(ref, async (db) => {
    const row = await db.mix.findFirst({ where: { id: mixId }, select: { durationMs: true } })
    if (row?.durationMs !== toMs(mix.audio.samples)) return false
    return (await db.recording.count({ where: { mixId } })) === 0
  })
}

/** Until the pipeline is through with it, either way; not for ever, for the worker may be down. */
async function encoded(ref: TenantRef, recordingId: string, signal?: AbortSignal): Promise<void> {
  const until = Date.now() + longestWaitMs
  while (Date.now() < until) {
    const row = await withTenant(ref, (db) => db.recording.findFirst({ where: { id: recordingId }, select: { stage: true } }))
    if (!row || row.stage === 'ready' || row.stage === 'failed') return
    await pause(1_000, undefined, { signal })
  }
}
