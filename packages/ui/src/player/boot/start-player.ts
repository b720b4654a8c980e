import type { Player } from '../player.ts'
import { readStart, startHref, writeStart } from '../rules/start-time.ts'

export interface StartOptions {
  /** There is an account, so there are other devices, a history and places to resume from. */
  signedIn: boolean
}

/** As engine/memory.ts writes it: looked at without fetching that. */
const hasSession = (): boolean => {
  try {
    return sessionStorage.getItem('player.session')?.includes('"mixId"') ?? false
  } catch {
    return false
  }
}

let player: Promise<Player> | null = null
let signedIn = false
let audios: readonly [HTMLAudioElement, HTMLAudioElement] | null = null
let waves: { refresh: () => void } | null = null

/**
 * Within the press: iPhones let an element play later only when it was asked to during one. Two, since one mix may fade into the next.
 */
function wakeAudio(): readonly [HTMLAudioElement, HTMLAudioElement] {
  if (!audios) {
    audios = [new Audio(), new Audio()]
    for (const audio of audios) audio.load()
  }
  return audios
}

/** The bulk of the player: fetched when somebody first wants to hear something. */
function loadPlayer(): Promise<Player> {
  const elements = wakeAudio()
  player ??= import('../main.tsx').then(
    ({ createPlayer }) => createPlayer({ audios: elements, signedIn }),
    (error: unknown) => {
      player = null
      throw error
    },
  )
  return player
}

/** The player could not be fetched: what played is kept in the tab, and asked for again when the line is back. */
function takeUp(): void {
  loadPlayer().then(
    ({ goOn }) => goOn(),
    () => window.addEventListener('online', takeUp, { once: true }),
  )
}

const secretLink = (): string | null => new URLSearchParams(location.search).get('link')
const pressed = (event: Event, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null

function askOf(element: HTMLElement, mixId: string) {
  const href = element instanceof HTMLAnchorElement ? new URL(element.href).pathname : (element.dataset.href ?? '')
  const title = element.dataset.title ?? ''
  return { mixId, title, href, link: location.pathname === href ? secretLink() : null }
}

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const button = pressed(event, '[data-play], [data-queue], [data-share], [data-copy]')
  if (!button) return
  const { play, queue, share, copy, at } = button.dataset
  // The site's own listener would follow the link.
  event.preventDefault()
  if (share) return void shareMix(button, share)
  if (copy) return void copyText(button, document.querySelector<HTMLTextAreaElement>(`#${copy}`)?.value ?? '')
  const mixId = play ?? queue ?? ''
  button.dataset.state ??= 'loading'
  loadPlayer().then(
    ({ press }) => press(askOf(button, mixId), play ? { play: at === undefined ? null : Number(at) } : { queue: 'last' }),
    () => {
      // The player itself could not be fetched: the link is still a link.
      delete button.dataset.state
      if (button instanceof HTMLAnchorElement && new URL(button.href).pathname !== location.pathname) location.href = button.href
    },
  )
}

async function shareMix(button: HTMLElement, href: string): Promise<void> {
  const playing = player ? (await player).placeIn(href) : 0
  const url = new URL(startHref(href, playing), location.origin).href
  try {
    if (navigator.share) await navigator.share({ title: button.dataset.title ?? '', url })
    else await copyText(button, url)
  } catch {
    // Closed without sharing.
  }
}

async function copyText(button: HTMLElement, text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  const { textContent: word } = button
  button.textContent = button.dataset.copied ?? word
  setTimeout(() => (button.textContent = word), 2_000)
}

/** `?t=1:02:03` of a shared address: the page's play button begins there. The page itself is the same for everybody. */
function readSharedStart(): void {
  const ms = readStart(new URLSearchParams(location.search).get('t'))
  const place = document.querySelector<HTMLElement>('.wave[data-mix]')
  const button = place?.querySelector<HTMLElement>('.play-main')
  const word = button?.querySelector('.play-word')
  if (ms === null || !place || !button || !word) return
  button.dataset.at = String(ms)
  const words = (place.dataset.from ?? '').replace('#', writeStart(ms))
  word.textContent = words
  button.setAttribute('aria-label', words)
}

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2_000 })
  else setTimeout(work, 200)
}

/** Called once, when the page has come to life. Costs a few hundred bytes until somebody plays something. */
export function startPlayer(options: StartOptions): void {
  signedIn = options.signedIn
  document.documentElement.dataset.player = ''
  document.addEventListener('click', onClick, { capture: true })
  document.addEventListener('pointerdown', (event) => {
    if (pressed(event, '[data-play]')) void import('../main.tsx')
  })
  whenIdle(() => {
    if (hasSession()) takeUp()
    else if (signedIn) void import('../devices/look-around.ts').then(({ lookAround }) => lookAround(loadPlayer))
  })
}

/** Called after each page: its waveforms come to life, a shared start is read. */
export function playerSawPage(): void {
  readSharedStart()
  if (!document.querySelector('.wave[data-mix]') && !waves) return
  whenIdle(() => {
    if (waves) waves.refresh()
    else
      void import('./page-waves.ts').then(({ pageWaves }) => {
        waves = pageWaves(loadPlayer, secretLink)
        waves.refresh()
      })
  })
}
