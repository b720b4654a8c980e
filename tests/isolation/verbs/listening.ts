import * as listening from '@residency/domain/listening'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: listening,
  attacks: [
    attack('savePosition', 'absent', (ctx, a) => listening.savePosition(ctx, { mixId: a.ids.mix, positionMs: 5, finished: false })),
    attack('listHistory', 'own', (ctx) => listening.listHistory(ctx, { page: 1 })),
    attack('forgetHistory', 'kept', (ctx, a) => listening.forgetHistory(ctx, { id: a.ids.listeningEntry })),
    attack('listSoundPresets', 'own', (ctx) => listening.listSoundPresets(ctx)),
    attack('deleteSoundPreset', 'absent', (ctx, a) => listening.deleteSoundPreset(ctx, { id: a.ids.soundPreset })),
    attack('getPlayerState', 'own', (ctx) => listening.getPlayerState(ctx)),
  ],
  without: [
    'exportListening',
    // Its own account’s channel alone.
    'followPlayerState',
    'writePlayerState',
    'saveSoundPreset',
    'switchHistory',
  ],
}
