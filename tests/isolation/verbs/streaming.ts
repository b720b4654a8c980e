import * as streaming from '@residency/domain/streaming'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: streaming,
  attacks: [
    attack('requirePlayable', 'absent', (ctx, a) =>
      streaming.requirePlayable(ctx, { mixId: a.ids.mix, link: null, recordingId: a.ids.recording }),
    ),
    attack('getStream', 'own', (ctx, a) => streaming.getStream(ctx.ref, a.ids.recording)),
    attack('openSegment', 'own', (ctx, a) =>
      streaming.openSegment(ctx.ref.tenantId, { recordingId: a.ids.recording, rendition: 'aac128', take: 0, segment: 0 }),
    ),
    attack('getDetailedPeaks', 'own', (ctx, a) => streaming.getDetailedPeaks(ctx.ref.tenantId, a.ids.recording)),
    attack('readTicket', 'own', async (ctx, a) => (streaming.readTicket(ctx.tenant.id, a.tokens.stream, new Date()) ? a.canary : null)),
  ],
  without: ['issueTicket', 'masterPlaylist', 'mediaPlaylist', 'segmentKeyParts'],
}
