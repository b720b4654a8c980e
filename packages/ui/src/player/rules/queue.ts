/** One mix that waits or plays. The same mix may stand in the queue twice, so each entry has a key of its own. */
export interface QueueItem {
  key: string
  mixId: string
  title: string
  href: string
  artist: string
  /** Path of its picture without query, or null. */
  artwork: string | null
  durationMs: number
  /** The secret of an unlisted link, when it was opened by one. */
  link: string | null
}

export interface Queue {
  items: readonly QueueItem[]
  /** The one that plays; -1: nothing does. */
  at: number
}

export const emptyQueue: Queue = { items: [], at: -1 }
/** A queue is for an evening, not for a catalogue. */
export const mostQueued = 200

const current = (queue: Queue): QueueItem | null => queue.items[queue.at] ?? null
export const currentItem = current
export const nextItem = (queue: Queue): QueueItem | null => queue.items[queue.at + 1] ?? null
export const previousItem = (queue: Queue): QueueItem | null => queue.items[queue.at - 1] ?? null
export const upcoming = (queue: Queue): readonly QueueItem[] => queue.items.slice(queue.at + 1)

const insert = (queue: Queue, index: number, item: QueueItem): readonly QueueItem[] => {
  const items = [...queue.items.slice(0, index), item, ...queue.items.slice(index)]
  return items.length > mostQueued ? items.slice(0, mostQueued) : items
}

/** Plays this now. What waits keeps waiting; what played stays behind as history. */
export function playNow(queue: Queue, item: QueueItem): Queue {
  const playing = current(queue)
  if (playing && playing.mixId === item.mixId) return queue
  return { items: insert(queue, queue.at + 1, item), at: queue.at + 1 }
}

export const playNext = (queue: Queue, item: QueueItem): Queue => ({ ...queue, items: insert(queue, queue.at + 1, item) })

export const addLast = (queue: Queue, item: QueueItem): Queue =>
  queue.items.length >= mostQueued ? queue : { ...queue, items: [...queue.items, item] }

/** Goes to an entry, wherever it stands. An unknown key changes nothing. */
export function jumpTo(queue: Queue, key: string): Queue {
  const at = queue.items.findIndex((item) => item.key === key)
  return at < 0 ? queue : { ...queue, at }
}

export const advance = (queue: Queue): Queue => (queue.at + 1 < queue.items.length ? { ...queue, at: queue.at + 1 } : queue)

/** Takes an entry out. What plays can't be taken out: it is skipped instead. */
export function remove(queue: Queue, key: string): Queue {
  const index = queue.items.findIndex((item) => item.key === key)
  if (index < 0 || index === queue.at) return queue
  return { items: queue.items.filter((item) => item.key !== key), at: index < queue.at ? queue.at - 1 : queue.at }
}

/** Nothing waits any more; what plays goes on. */
export function clearUpcoming(queue: Queue): Queue {
  return { ...queue, items: queue.items.slice(0, queue.at + 1) }
}

/** Moves a waiting entry to another place among those that wait: 0 is the next. Beyond the ends it stays at the end. */
export function moveUpcoming(queue: Queue, key: string, to: number): Queue {
  const waiting = upcoming(queue)
  const item = waiting.find((one) => one.key === key)
  if (!item) return queue
  const others = waiting.filter((one) => one.key !== key)
  const index = Math.min(Math.max(0, to), others.length)
  const items = [...queue.items.slice(0, queue.at + 1), ...others.slice(0, index), item, ...others.slice(index)]
  return { ...queue, items }
}
