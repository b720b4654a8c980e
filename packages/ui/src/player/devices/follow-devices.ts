import type { SharedState } from '../api/player-api.ts'
import type { PlayerEngine } from '../engine/engine.ts'
import { wantsSound } from '../rules/status.ts'
import { deviceId, deviceName } from './device.ts'

const everyMs = 10_000

/**
 * Devices of one account follow each other: this one tells what it plays, and hears what another does. One sounds at a time: the last that was
 * asked to. Without an account, or where nobody answers, each device is on its own.
 */
export function followDevices(engine: PlayerEngine): void {
  const { account } = engine.api
  if (!account) return
  const own = deviceId()
  let version = 0
  let told = ''
  let toldAt = 0
  let working = true

  const hear = (state: SharedState | null): void => {
    if (!state || state.version < version) return
    version = state.version
    if (state.deviceId === own || !state.playing || !state.mixId) {
      if (state.deviceId !== own) engine.store.set({ elsewhere: null })
      return
    }
    if (wantsSound(engine.state.status) && told !== '') engine.pause()
    const { deviceName: name, mixId, positionMs, rate, queue } = state
    engine.store.set({
      elsewhere: { deviceName: name, mixId, positionMs, rate, queue, at: Date.now() - Math.max(0, Date.now() - Date.parse(state.at)) },
    })
  }

  const tell = (): void => {
    const { mix, status, queue, rate, elsewhere } = engine.state
    const playing = wantsSound(status)
    if (!working || !mix || (!playing && elsewhere)) return
    const key = `${mix.id} ${playing} ${rate} ${queue.items.map((item) => item.mixId).join()} ${queue.at}`
    if (key === told && Date.now() - toldAt < everyMs) return
    // Somebody who only looks tells nothing.
    if (!playing && told === '') return
    told = key
    toldAt = Date.now()
    if (playing) engine.store.set({ elsewhere: null })
    const state: SharedState = {
      deviceId: own,
      deviceName: deviceName(),
      mixId: mix.id,
      positionMs: Math.round(engine.positionMs),
      rate,
      playing,
      at: new Date().toISOString(),
      queue: queue.items.slice(queue.at + 1).map((item) => item.mixId),
      version,
    }
    account.writeState(state).then(
      (standing) => {
        if (standing) version = Math.max(version, standing.version)
      },
      (error: { failure?: string }) => {
        working = error.failure !== 'refused'
      },
    )
  }

  engine.store.subscribe(tell)
  engine.onTime(tell)
  account.readState().then(
    (state) => {
      hear(state)
      account.follow(hear)
    },
    () => {
      working = false
    },
  )
}

/** Goes on here, where the other device is by now. */
export function playHere(engine: PlayerEngine): void {
  const { elsewhere } = engine.state
  if (!elsewhere) return
  const now = elsewhere.positionMs + (Date.now() - elsewhere.at) * elsewhere.rate
  engine.store.set({ elsewhere: null })
  void engine.play({ mixId: elsewhere.mixId }, now)
}
