import * as downloads from '@residency/domain/downloads'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: downloads,
  attacks: [
    attack('requireDownload', 'absent', (ctx, a) => downloads.requireDownload(ctx, { mixId: a.ids.mix, format: null })),
    attack('makeDownloadFile', 'kept', (ctx, a) => downloads.makeDownloadFile(ctx, { recordingId: a.ids.recording })),
  ],
  without: [],
}
