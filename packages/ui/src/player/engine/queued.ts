import type { PlayableView } from '../../site/views.ts'
import type { Queue, QueueItem } from '../rules/queue.ts'
import { newId } from './new-id.ts'

/** What one has to know of a mix to put it into the queue; the rest comes with `/listen`. */
export interface MixAsk {
  mixId: string
  title?: string
  href?: string
  artist?: string
  artwork?: string | null
  durationMs?: number
  link?: string | null
}

export function itemOf(ask: MixAsk): QueueItem {
  const { mixId, title = '', href = '', artist = '', artwork = null, durationMs = 0, link = null } = ask
  return { key: newId(), mixId, title, href, artist, artwork, durationMs, link }
}

/** What `/listen` says of a mix is newer than what a page said. */
export function withFacts(queue: Queue, mix: PlayableView): Queue {
  const { title, href, artist, durationMs } = mix
  const artwork = mix.artwork?.src ?? null
  return {
    ...queue,
    items: queue.items.map((item) => (item.mixId === mix.id ? { ...item, title, href, artist, artwork, durationMs } : item)),
  }
}
