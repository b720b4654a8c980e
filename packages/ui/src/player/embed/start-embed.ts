import { formatDuration } from '../../site/duration.ts'
import type { PlayableView } from '../../site/views.ts'
import { httpApi } from '../api/http-api.ts'
import type { PlayerApi } from '../api/player-api.ts'
import { BeatLog, localBeatStore } from '../beats/beat-log.ts'
import { PlayCounter } from '../beats/play-counter.ts'
import { oneAtATime } from '../devices/one-at-a-time.ts'
import { PlayerEngine } from '../engine/engine.ts'
import { newId } from '../engine/new-id.ts'
import type { Problem } from '../engine/store.ts'
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
  locked: string
  notReady: string
  offline: string
  failed: string
  refused: string
  unreadable: string
  loading: string
}

/** What the waveform has asked for is not asked for again by the first press. Later ones ask: a ticket may have run out. */
function askedOnce(api: PlayerApi): PlayerApi {
  let asked = false
  let early: Promise<PlayableView | null> | null = null
  return {
    ...api,
    playable: async (mixId, link) => {
      if (!asked) {
        asked = true
        const mix = api.playable(mixId, link)
        early = mix.catch(() => null)
        return mix
      }
      const kept = await early
      early = null
      return kept ?? api.playable(mixId, link)
    },
  }
}

/**
 * The light player of another site's page: play, waveform, time. The page (embed-view.tsx) is there without it; this brings `[data-embed]` to
 * life. hls.js comes with the first press.
 */
export function startEmbed(root: HTMLElement, options: { api?: PlayerApi } = {}): PlayerEngine {
  const mixId = root.dataset.embed ?? ''
  const words = JSON.parse(root.dataset.words ?? '{}') as EmbedWords
  const api = askedOnce(options.api ?? httpApi({ language: () => document.documentElement.lang, signedIn: false }))
  const log = new BeatLog(api, localBeatStore())
  const engine = new PlayerEngine({ api, audios: [new Audio(), new Audio()], counter: new PlayCounter(log, 'embed', newId) })
  const find = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector)
  const stage = find('.wave-live')
  const note = find('[data-embed-note]')
  const time = find('[data-embed-at]')
  const startMs = readStart(new URLSearchParams(location.search).get('t'))
  let slider: WaveSlider | null = null

  const play = (atMs: number | null): void => void engine.play({ mixId }, atMs)
  const press = (): void => (engine.state.status === 'idle' ? play(startMs) : engine.toggle())
  const tell = (text: string): void => {
    if (note && note.textContent !== text) note.textContent = text
  }

  const button = playButton(find<HTMLAnchorElement>('.embed-play'), press)
  document.addEventListener('keydown', (event) => {
    if (event.target === document.body && (event.key === ' ' || event.key === 'k')) {
      event.preventDefault()
      press()
    }
  })
  showOnLockScreen(engine)
  oneAtATime(engine)

  api.playable(mixId, null).then(
    (mix) => {
      const peaks = readPeaks(mix.peaks)
      if (!mix.stream) return tell(mix.locked?.reason === 'not_ready' ? words.notReady : words.locked)
      if (!peaks || !stage) return
      slider = new WaveSlider({
        label: words.position,
        durationMs: mix.durationMs,
        tracks: mix.tracks,
        peaks,
        onSeek: (ms) => (engine.state.status === 'idle' ? play(ms) : engine.seek(ms)),
      })
      stage.replaceChildren(slider.root)
      if (startMs !== null) slider.setTime(startMs)
      find('.wave')?.setAttribute('data-live', '')
    },
    // It is asked for again at the first press, which says what stands in the way.
    () => undefined,
  )

  engine.store.subscribe(() => {
    const { status, problem } = engine.state
    const on = wantsSound(status)
    if (button) {
      button.dataset.state = status === 'loading' || status === 'buffering' ? 'loading' : on ? 'playing' : 'paused'
      button.setAttribute('aria-label', on ? words.pause : words.play)
    }
    tell(problem ? wordsOf(problem, words) : status === 'loading' ? words.loading : '')
  })
  engine.onTime((ms) => {
    slider?.setTime(ms)
    if (time) time.textContent = `${formatDuration(ms)} /`
  })
  window.addEventListener('pagehide', () => {
    engine.leavePage()
    log.flush()
  })
  window.addEventListener('online', () => void log.send())
  void log.send()
  return engine
}

/** The link that leads to the mix's page becomes the button that plays it. */
function playButton(link: HTMLAnchorElement | null, press: () => void): HTMLButtonElement | null {
  if (!link) return null
  const button = document.createElement('button')
  button.type = 'button'
  button.className = link.className
  button.setAttribute('aria-label', link.getAttribute('aria-label') ?? '')
  button.append(...link.childNodes)
  button.addEventListener('click', press)
  link.replaceWith(button)
  return button
}

function wordsOf(problem: Problem, words: EmbedWords): string {
  if (problem.kind === 'locked') return problem.reason === 'not_ready' ? words.notReady : words.locked
  if (problem.kind === 'offline') return words.offline
  if (problem.kind === 'refused') return words.refused
  if (problem.kind === 'unreadable') return words.unreadable
  return problem.kind === 'trouble' ? words.failed : ''
}
