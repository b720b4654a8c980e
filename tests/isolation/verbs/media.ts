import * as media from '@residency/domain/media'
import { attack, expectedVersion, type SliceWalk, someSet } from './attack.ts'

export const walk: SliceWalk = {
  verbs: media,
  attacks: [
    attack('requireMediaItem', 'absent', (ctx, a) => media.requireMediaItem(ctx, { mediaItemId: a.ids.media })),
    attack('updateMedia', 'absent', (ctx, a) =>
      media.updateMedia(ctx, { mediaItemId: a.ids.media, expectedVersion, focalX: 1, focalY: 1, alt: someSet }),
    ),
    attack('deleteMedia', 'absent', (ctx, a) => media.deleteMedia(ctx, { mediaItemId: a.ids.media })),
    attack('listMedia', 'own', (ctx) => media.listMedia(ctx, { q: '', page: 1 })),
    attack('listPictureChoices', 'own', (ctx, a) => media.listPictureChoices(ctx, { chosen: [a.ids.media] })),
    attack('getSizedPicture', 'absent', (ctx, a) => media.getSizedPicture(ctx, { id: a.ids.media, w: 160, f: 'webp' })),
  ],
  without: [
    'addMedia',
    'keepPicture',
    // Drawn from what the caller has already been given.
    'getShareCard',
    'getSiteIcon',
    'isSiteIcon',
    'mediaRefColumn',
  ],
}
