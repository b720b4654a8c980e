import { httpApi } from '../api/http-api.ts'
import type { SharedState } from '../api/player-api.ts'
import type { Player } from '../player.ts'
import { deviceId } from './device.ts'

/** Before this device has played anything: does another one of the account? Then the player comes up and says so. */
export function lookAround(load: () => Promise<Player>): void {
  const { account } = httpApi({ language: () => document.documentElement.lang, signedIn: true })
  if (!account) return
  let stop: (() => void) | null = null
  const look = (state: SharedState | null): void => {
    if (!state?.playing || state.deviceId === deviceId()) return
    stop?.()
    stop = () => undefined
    void load()
  }
  account.readState().then(
    (state) => {
      look(state)
      if (!stop) stop = account.follow(look)
    },
    () => undefined,
  )
}
