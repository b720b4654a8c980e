import { type Redis, redis } from './connections.ts'

type Hear = (text: string) => void

const listeners = new Map<string, Set<Hear>>()
let line: Redis | undefined

/**
 * Tells whoever listens now, in any process. Nothing is kept: who was not there asks for the state instead.
 * Never throws; with Redis gone nobody hears.
 * @param channel made by tenantKey
 */
export function announce(channel: string, text: string): void {
  redis('limits')
    .publish(channel, text)
    .catch(() => undefined)
}

/** Calls `hear` for what is announced on the channel, until the returned function is called. One connection a process, however many listen. */
export function listen(channel: string, hear: Hear): () => void {
  const heard = listeners.get(channel) ?? new Set()
  listeners.set(channel, heard.add(hear))
  // After a lost connection ioredis subscribes anew by itself.
  if (heard.size === 1)
    openLine()
      .subscribe(channel)
      .catch(() => undefined)
  return () => {
    if (!heard.delete(hear) || heard.size > 0) return
    listeners.delete(channel)
    line?.unsubscribe(channel).catch(() => undefined)
  }
}

function openLine(): Redis {
  const open = redis('listening')
  if (open === line) return open
  line = open
  open.on('message', (channel: string, text: string) => {
    for (const hear of [...(listeners.get(channel) ?? [])]) hear(text)
  })
  return open
}
