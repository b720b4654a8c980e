import type { Measurements } from '@residency/integrations/media'
import { tenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../../context/index.ts'
import { findByFingerprint } from '../find-duplicate.ts'
import type { Hold } from './hold.ts'
import { patiently } from './patiently.ts'

const centi = (value: number): number => Math.round(value * 100)
const thousandths = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000)

/** Notes what was measured: the recording is measured. Looks whether the tenant has the same music already. */
export async function keepMeasurements(ctx: TenantContext, hold: Hold, measured: Measurements): Promise<void> {
  const { loudness, silence, peaks, energy, tempo, key, fingerprint, suggestion } = measured
  const storage = tenantStorage(ctx.tenant.id)
  const peaksKey = storage.key('audio', hold.recordingId, 'peaks.bin')
  await patiently(hold.signal, () => storage.put(peaksKey, peaks.detail, { contentType: 'application/octet-stream' }))
  await hold.write({
    stage: 'measured',
    loudnessCentiLufs: centi(loudness.integratedLufs),
    truePeakCentiDb: centi(loudness.truePeakDbtp),
    rangeCentiLu: centi(loudness.rangeLu),
    silenceStartMs: Math.round(silence.leadMs),
    silenceEndMs: Math.round(silence.tailMs),
    bpmCenti: tempo.bpm === null ? null : centi(tempo.bpm),
    bpmConfidence: thousandths(tempo.confidence),
    bpmAlternatives: tempo.alternatives,
    musicalKey: key?.name ?? null,
    camelot: key?.camelot ?? null,
    keyConfidence: key ? thousandths(key.confidence) : null,
    energy: energy.map((value) => thousandths(value) / 1000),
    suggestion: { genres: suggestion.genres, moods: suggestion.moods },
    fingerprint: new Uint8Array(fingerprint),
    peaks: new Uint8Array(peaks.overview),
    peaksKey,
  })
  if (hold.row.duplicateOfId) return
  // Nobody waits for it: the recording is measured already.
  const duplicateOfId = await findByFingerprint(ctx, hold.row, fingerprint)
  if (duplicateOfId) await hold.write({ duplicateOfId })
}
