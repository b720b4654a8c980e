import * as embeds from '@residency/domain/embeds'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: embeds,
  attacks: [
    attack('requireEmbed', 'absent', (ctx, a) => embeds.requireEmbed(ctx, { mixId: a.ids.mix })),
    attack('requireEmbed by its address', 'absent', (ctx, a) => embeds.requireEmbed(ctx, { slug: a.slugs.mix })),
  ],
  without: [],
}
