import { randomUUID } from 'node:crypto'
import type { HeardPlay } from '@residency/domain/plays'

/** A counted play, as the edge hands it on once it has checked who may hear what. */
export const somePlay = (mixId: string, more: Partial<HeardPlay> = {}): HeardPlay => ({
  playId: randomUUID(),
  mixId,
  startedAt: new Date(Date.now() - 60 * 60_000),
  source: 'site',
  quality: 'aac128',
  durationMs: 60_000,
  recordingId: null,
  kind: 'fan',
  listener: 'nobody',
  isMember: false,
  country: 'GB',
  device: 'phone',
  browser: 'Firefox',
  accountId: null,
  beats: [{ seq: 0, fromS: 0, toS: 40 }],
  ...more,
})
