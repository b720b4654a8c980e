import * as uploads from '@residency/domain/uploads'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: uploads,
  attacks: [
    attack('startUpload', 'absent', (ctx, a) =>
      uploads.startUpload(ctx, { filename: 'x.wav', bytes: 10, fileMark: 'isolation', mixId: a.ids.mix }),
    ),
    attack('listParts', 'absent', (ctx, a) => uploads.listParts(ctx, { uploadId: a.ids.upload })),
    attack('signParts', 'absent', (ctx, a) =>
      uploads.signParts(ctx, { uploadId: a.ids.upload, parts: [{ number: 1, sha256: `${'A'.repeat(43)}=` }] }),
    ),
    attack('completeUpload', 'absent', (ctx, a) => uploads.completeUpload(ctx, { uploadId: a.ids.upload })),
    attack('abortUpload', 'absent', (ctx, a) => uploads.abortUpload(ctx, { uploadId: a.ids.upload })),
    attack('listUploads', 'own', (ctx) => uploads.listUploads(ctx)),
    attack('getStorageUse', 'own', (ctx) => uploads.getStorageUse(ctx)),
  ],
  without: ['sweepUploads'],
}
