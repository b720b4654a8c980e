import * as tracklists from '@residency/domain/tracklists'
import { attack, expectedVersion, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: tracklists,
  attacks: [
    attack('getTracklist', 'absent', (ctx, a) => tracklists.getTracklist(ctx, { mixId: a.ids.mix })),
    attack('exportTracklist', 'absent', (ctx, a) => tracklists.exportTracklist(ctx, { mixId: a.ids.mix, format: 'cue' })),
    attack('readTracklist', 'absent', (ctx, a) => tracklists.readTracklist(ctx, { mixId: a.ids.mix, text: '0:00 A - B' })),
    attack('saveTracklist', 'absent', (ctx, a) => tracklists.saveTracklist(ctx, { mixId: a.ids.mix, expectedVersion, tracks: [] })),
    attack('suggestTrack', 'absent', (ctx, a) =>
      tracklists.suggestTrack(ctx, { mixId: a.ids.mix, trackId: a.ids.unknownTrack, title: 'stolen', artist: 'stolen' }),
    ),
    attack('decideSuggestion', 'absent', (ctx, a) =>
      tracklists.decideSuggestion(ctx, { suggestionId: a.ids.suggestion, decision: 'accepted' }),
    ),
  ],
  without: ['formatText'],
}
