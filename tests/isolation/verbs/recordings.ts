import * as recordings from '@residency/domain/recordings'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: recordings,
  attacks: [
    attack('listRecordings', 'absent', (ctx, a) => recordings.listRecordings(ctx, { mixId: a.ids.mix })),
    attack('getRecordingProgress', 'own', (ctx, a) => recordings.getRecordingProgress(ctx, { mixId: a.ids.mix })),
    attack('getRecordingProgress of all', 'own', (ctx) => recordings.getRecordingProgress(ctx)),
    attack('retryRecording', 'absent', (ctx, a) => recordings.retryRecording(ctx, { recordingId: a.ids.failedRecording })),
    attack('trimRecording', 'absent', (ctx, a) =>
      recordings.trimRecording(ctx, { recordingId: a.ids.recording, startMs: 1_000, endMs: 1_000 }),
    ),
    attack('chooseRecording', 'absent', (ctx, a) => recordings.chooseRecording(ctx, { recordingId: a.ids.recording })),
    attack('deleteRecording', 'absent', (ctx, a) => recordings.deleteRecording(ctx, { recordingId: a.ids.recording })),
    attack('makeRecording', 'kept', (ctx, a) => recordings.makeRecording(ctx, { recordingId: a.ids.recording })),
    attack('giveUpRecording', 'kept', (ctx, a) => recordings.giveUpRecording(ctx, { recordingId: a.ids.recording })),
    attack('forgetRecording', 'kept', (ctx, a, own) =>
      // The original's key would be refused by the storage as no key of B's.
      recordings.forgetRecording(ctx, { recordingId: a.ids.recording, objectKey: `t/${own.ref.tenantId}/originals/none` }),
    ),
  ],
  without: [
    'keepOriginals',
    'getOriginalsSetting',
    'forgetMixAudioLater',
    'receiveRecording',
    // Given the key by a row of the tenant’s own; the storage refuses any other.
    'fetchOriginal',
    'inWorkingFolder',
    'sweepRecordings',
    // Hears its own tenant’s channel alone.
    'followRecordings',
    'segmentKeyParts',
    'titleFromFilename',
  ],
}
