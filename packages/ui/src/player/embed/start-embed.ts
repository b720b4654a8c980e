import { httpApi } from '../api/http-api.ts'
import type { PlayerApi } from '../api/player-api.ts'
import { BeatLog, localBeatStore } from '../beats/beat-log.ts'
import { PlayCounter } from '../beats/play-counter.ts'
import { PlayerEngine } from '../engine/engine.ts'
import { newId } from '../engine/new-id.ts'
import { showOnLockScreen } from '../media/media-session.ts'
import { readStart } from '../rules/start-time.ts'
import { wantsSound } from '../rules/status.ts'
import { readPeaks } from '../wave/peaks.ts'
import { WaveSlider } from '../wave/wave-slider.ts'

/** Words the page was made with: the embed fetches no texts. */
export interface EmbedWords {
  play: string
  pause: string
  /** The waveform's name to those who listen. */
  position: string
  /** What stands in the way, when it can't be played here. */
  cannot: string
}

export interface EmbedOptions {
  mixId: string
  words: EmbedWords
  /** `embed`, or the host it stands on. */
  source?: string
  api?: PlayerApi
}

/**
 * The light player of another site's page: play, waveform, time. The page (packages/ui/src/player/embed/embed-view.tsx) is there without it;
 * this brings `[data-embed]` to life. hls.js comes with the first press.
 */
export function startEmbed(root: HTMLElement, options: EmbedOptions): PlayerEngine {
  const { mixId, words, source = 'embed' } = options
  const api = options.api ?? httpApi({ language: () => document.documentElement.lang, signedIn: false })
  const log = new BeatLog(api, localBeatStore())
  const engine = new PlayerEngine({ api, audios: [new Audio(), new Audio()], counter: new PlayCounter(log, source, newId) })
  const button = root.querySelector<HTMLButtonElement>('[data-embed-play]')
  const stage = root.querySelector<HTMLElement>('.wave-live')
  const note = root.querySelector<HTMLElement>('[data-embed-note]')
  const startMs = readStart(new URLSearchParams(location.search).get('t'))
  let slider: WaveSlider | null = null

  const play = (atMs: number | null): void => void engine.play({ mixId }, atMs)
  button?.removeAttribute('disabled')
  button?.addEventListener('click', () => {
    if (engine.state.status === 'idle') play(startMs)
    else engine.toggle()
  })
  showOnLockScreen(engine)

  api.playable(mixId, null).then(
    (mix) => {
      const peaks = readPeaks(mix.peaks)
      if (!mix.stream) tell(words.cannot)
      if (!peaks || !stage) return
      slider = new WaveSlider({
        label: words.position,
        durationMs: mix.durationMs,
        tracks: mix.tracks,
        peaks,
        onSeek: (ms) => (engine.state.status === 'idle' ? play(ms) : engine.seek(ms)),
      })
      stage.replaceChildren(slider.root)
      root.querySelector<HTMLElement>('.wave')?.setAttribute('data-live', '')
    },
    () => tell(words.cannot),
  )

  const tell = (text: string): void => {
    if (note) note.textContent = text
  }
  engine.store.subscribe(() => {
    const { status, problem } = engine.state
    const on = wantsSound(status)
    if (button) {
      button.dataset.state = status === 'loading' || status === 'buffering' ? 'loading' : on ? 'playing' : 'paused'
      button.setAttribute('aria-label', on ? words.pause : words.play)
    }
    tell(problem && problem.kind !== 'blocked' ? words.cannot : '')
  })
  engine.onTime((ms) => slider?.setTime(ms))
  window.addEventListener('pagehide', () => {
    engine.leavePage()
    log.flush()
  })
  return engine
}
