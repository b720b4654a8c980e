import type { PlayerEngine } from '../engine/engine.ts'
import { trackAt } from '../rules/chapters.ts'
import { wantsSound } from '../rules/status.ts'
import { TimedLines } from './timed-lines.ts'

/** A button says what a press does now; what it said before comes back when its mix stops. */
function setState(button: HTMLElement, state: 'loading' | 'playing' | 'paused' | null): void {
  const word = button.querySelector<HTMLElement>('.play-word')
  const stops = state === 'playing' || state === 'loading'
  if (state) button.dataset.state = state
  else delete button.dataset.state
  if (stops === (button.dataset.said !== undefined)) return
  if (stops) {
    button.dataset.said = button.getAttribute('aria-label') ?? ''
    button.setAttribute('aria-label', button.dataset.pause ?? button.dataset.said)
    if (word) [word.dataset.said, word.textContent] = [word.textContent ?? '', word.dataset.pause ?? '']
  } else {
    // The page may have been given to another mix meanwhile: then its words are right already.
    if (button.getAttribute('aria-label') === button.dataset.pause) button.setAttribute('aria-label', button.dataset.said ?? '')
    if (word?.dataset.said) word.textContent = word.dataset.said
    delete button.dataset.said
  }
}

/** Marks the page's own play buttons and track rows, also those of pages that come later. */
export function markPage(engine: PlayerEngine, onPage: () => void): void {
  let asked = 0
  let row = ''
  const lines = new TimedLines()

  const mark = (): void => {
    asked = 0
    const { status, queue, mix } = engine.state
    const current = queue.items[queue.at]?.mixId ?? null
    const state = status === 'loading' || status === 'buffering' ? 'loading' : wantsSound(status) ? 'playing' : 'paused'
    for (const button of document.querySelectorAll<HTMLElement>('[data-play]')) {
      const isIt = button.dataset.play === current && status !== 'idle'
      const whole = button.dataset.at === undefined || button.classList.contains('play-main')
      setState(button, isIt && whole ? state : null)
    }
    row = ''
    lines.look(mix?.id ?? null)
    lines.show(engine.positionMs)
    markTrack(mix?.id ?? null, engine.positionMs)
    onPage()
  }
  const later = (): void => {
    if (asked === 0) asked = requestAnimationFrame(mark)
  }
  const markTrack = (mixId: string | null, ms: number): void => {
    const { mix } = engine.state
    const index = mix && mixId ? trackAt(mix.tracks, ms) : -1
    const key = `${mixId} ${index}`
    if (key === row) return
    row = key
    const start = mix?.tracks[index]?.startMs
    for (const item of document.querySelectorAll<HTMLElement>('[data-tracks] [data-start]')) {
      const isIt = item.closest<HTMLElement>('[data-tracks]')?.dataset.tracks === mixId && Number(item.dataset.start) === start
      if (isIt) item.setAttribute('aria-current', 'true')
      else item.removeAttribute('aria-current')
    }
  }

  engine.store.subscribe(later)
  engine.onTime((ms) => {
    markTrack(engine.state.mix?.id ?? null, ms)
    lines.show(ms)
  })
  // New pages are drawn without telling anybody; the player's own tree is not looked at.
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target instanceof Element && !target.closest('#player'))) later()
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-play', 'data-mix'] })
  mark()
}
