import type { PlayerEngine } from '../engine/engine.ts'

export type KeyName =
  | 'toggle'
  | 'back'
  | 'forward'
  | 'mute'
  | 'louder'
  | 'quieter'
  | 'nextTrack'
  | 'previousTrack'
  | 'nextMix'
  | 'previousMix'
  | 'help'

/** As the list of keys shows them. */
export const keyList: readonly { name: KeyName; keys: readonly string[] }[] = [
  { name: 'toggle', keys: ['K', 'Space'] },
  { name: 'back', keys: ['J'] },
  { name: 'forward', keys: ['L'] },
  { name: 'nextTrack', keys: ['N'] },
  { name: 'previousTrack', keys: ['P'] },
  { name: 'nextMix', keys: ['Shift+N'] },
  { name: 'previousMix', keys: ['Shift+P'] },
  { name: 'louder', keys: ['Shift+↑'] },
  { name: 'quieter', keys: ['Shift+↓'] },
  { name: 'mute', keys: ['M'] },
  { name: 'help', keys: ['?'] },
]

const skipS = 15
const volumeStep = 0.1

/** What a key press means to the player; null: nothing. Space belongs to whatever has the focus, and to the page while that scrolls. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  onPage: boolean,
): KeyName | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const { key, shiftKey } = event
  if (key === '?') return 'help'
  if (shiftKey) {
    const shifted: Record<string, KeyName> = { N: 'nextMix', P: 'previousMix', ArrowUp: 'louder', ArrowDown: 'quieter' }
    return shifted[key] ?? null
  }
  if (key === ' ') return onPage ? 'toggle' : null
  const plain: Record<string, KeyName> = { k: 'toggle', j: 'back', l: 'forward', m: 'mute', n: 'nextTrack', p: 'previousTrack' }
  return plain[key.toLowerCase()] ?? null
}

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      'input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=submit]), textarea, select, [role=textbox], [role=combobox]',
    ) !== null)

/** Keys of the whole page, while the player is there. Fields keep theirs. */
export function listenToKeys(engine: PlayerEngine, open: (what: 'keys') => void): void {
  const actions: Record<KeyName, () => void> = {
    toggle: () => engine.toggle(),
    back: () => engine.skip(-skipS),
    forward: () => engine.skip(skipS),
    mute: () => engine.set({ muted: !engine.state.muted }),
    louder: () => engine.set({ volume: Math.min(1, engine.state.volume + volumeStep), muted: false }),
    quieter: () => engine.set({ volume: Math.max(0, engine.state.volume - volumeStep) }),
    nextTrack: () => engine.nextTrack(),
    previousTrack: () => engine.previousTrack(),
    nextMix: () => void engine.nextMix(),
    previousMix: () => void engine.previousMix(),
    help: () => open('keys'),
  }
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || typesText(event.target) || engine.state.status === 'idle') return
    // Another dialog is in front: its keys are its own.
    if (document.querySelector('dialog[open]:not(.pl-dialog), [role=dialog]:not(.pl-dialog)')) return
    const focused = document.activeElement
    const onPage = !focused || focused === document.body || focused.id === 'main'
    const name = keyName(event, onPage)
    if (!name) return
    event.preventDefault()
    actions[name]()
  })
}
