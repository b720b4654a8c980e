import * as timedTexts from '@residency/domain/timed-texts'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: timedTexts,
  attacks: [
    attack('listTimedTexts', 'absent', (ctx, a) => timedTexts.listTimedTexts(ctx, { mixId: a.ids.mix })),
    attack('saveTimedText', 'absent', (ctx, a) =>
      timedTexts.saveTimedText(ctx, { mixId: a.ids.mix, kind: 'notes', locale: 'en', lrc: '[00:01]stolen', expectedAt: null }),
    ),
  ],
  without: [],
}
