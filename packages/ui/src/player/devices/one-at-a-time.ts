import type { PlayerEngine } from '../engine/engine.ts'
import { newId } from '../engine/new-id.ts'
import { wantsSound } from '../rules/status.ts'

/** Players of one browser hear of each other (two tabs, two embeds of one page): the last that was asked to sound is the only one. */
export function oneAtATime(engine: PlayerEngine): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel('player')
  const own = newId()
  let sounded = false
  engine.store.subscribe(() => {
    const sounds = wantsSound(engine.state.status)
    if (sounds && !sounded) channel.postMessage(own)
    sounded = sounds
  })
  channel.addEventListener('message', ({ data }) => {
    if (data !== own && wantsSound(engine.state.status)) engine.pause()
  })
}
