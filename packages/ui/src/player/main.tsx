import './css/player.css'
import { httpApi } from './api/http-api.ts'
import type { PlayerApi } from './api/player-api.ts'
import { BeatLog, localBeatStore } from './beats/beat-log.ts'
import { PlayCounter } from './beats/play-counter.ts'
import { takeFacts } from './boot/facts.ts'
import { tellWaves } from './boot/page-waves.ts'
import { followDevices } from './devices/follow-devices.ts'
import { oneAtATime } from './devices/one-at-a-time.ts'
import { PlayerEngine } from './engine/engine.ts'
import { tabPlay } from './engine/memory.ts'
import { newId } from './engine/new-id.ts'
import { listenToKeys } from './keys/keys.ts'
import { markPage } from './marks/page-marks.ts'
import { showOnLockScreen } from './media/media-session.ts'
import type { Player } from './player.ts'
import { currentItem } from './rules/queue.ts'
import { wantsSound } from './rules/status.ts'
import { SoundRoom } from './sound/sound-room.ts'
import { TabKeeper } from './tab/tab-keeper.ts'
import { mountPlayer } from './ui/mount.tsx'

/** What a waveform has asked for a moment ago is not asked for again. */
const remembering = (api: PlayerApi): PlayerApi => ({
  ...api,
  playable: async (mixId, link) => (await takeFacts(mixId, link)) ?? api.playable(mixId, link),
})

/** The whole player: engine, looks, keys, lock screen, counting, other devices. Made once a document. */
export function createPlayer(options: { audios: readonly [HTMLAudioElement, HTMLAudioElement]; signedIn: boolean }): Player {
  const api = remembering(httpApi({ language: () => document.documentElement.lang, signedIn: options.signedIn }))
  const log = new BeatLog(api, localBeatStore())
  const counter = new PlayCounter(log, 'site', newId, tabPlay)
  const engine = new PlayerEngine({ api, audios: options.audios, counter })
  const sound = new SoundRoom(engine)
  const tab = new TabKeeper(engine)
  tab.recall()

  markPage(engine, () => tellWaves(engine.state.mix?.id ?? null, engine.positionMs))
  engine.onTime((ms) => tellWaves(engine.state.mix?.id ?? null, ms))
  showOnLockScreen(engine)
  followDevices(engine)
  oneAtATime(engine)
  const { open } = mountPlayer(engine, sound)
  listenToKeys(engine, open)
  window.addEventListener('pagehide', () => {
    engine.leavePage()
    log.flush()
  })
  document.addEventListener('visibilitychange', () => {
    // A phone may end a hidden page without another word.
    if (document.visibilityState === 'hidden') engine.leavePage()
  })
  window.addEventListener('online', () => void log.send())
  void log.send()

  return {
    engine,
    press: (ask, what) => {
      if ('queue' in what) return engine.enqueue(ask, what.queue)
      const { queue, status } = engine.state
      const isIt = currentItem(queue)?.mixId === ask.mixId
      if (isIt && what.play === null && wantsSound(status)) engine.pause()
      else void engine.play(ask, what.play)
    },
    goOn: () => tab.goOn(),
    placeIn: (href) => (engine.state.mix?.href === href ? engine.positionMs : 0),
  }
}
