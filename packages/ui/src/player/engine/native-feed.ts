import { fixedQuality } from '../rules/quality.ts'
import type { Feed, FeedOptions } from './feed.ts'

const retryMs = [1_000, 2_000, 4_000, 8_000, 15_000]

/** The browser plays HLS itself and goes on behind a locked screen. Which quality it takes from the master playlist it does not tell. */
export function nativeFeed(audio: HTMLAudioElement, options: FeedOptions): Feed {
  const { source, onTrouble, onArrived, onQuality, savesData } = options
  let tries = 0
  let later: ReturnType<typeof setTimeout> | undefined
  let choice = options.choice

  const address = (): string => {
    const fixed = fixedQuality(choice, source.qualities, savesData)
    if (fixed) onQuality(fixed)
    return fixed ? source.master.replace(/master\.m3u8$/, `${fixed}/index.m3u8`) : source.master
  }
  const load = (at: number, play: boolean): void => {
    audio.src = address()
    if (at > 0) audio.addEventListener('loadedmetadata', () => (audio.currentTime = at), { once: true })
    audio.load()
    if (play) audio.play().catch(() => undefined)
  }
  const again = (): void => load(audio.currentTime, true)

  const onError = (): void => {
    const code = audio.error?.code
    // The element does not say whether it was refused or the line is gone: asking for the playlist does.
    fetch(address(), { method: 'HEAD', cache: 'no-store' }).then(
      (response) => {
        if (response.status === 403 || response.status === 404) return onTrouble('refused')
        if (tries >= retryMs.length || (response.ok && code === MediaError.MEDIA_ERR_DECODE)) return onTrouble('unreadable')
        later = setTimeout(again, retryMs[tries])
        tries += 1
      },
      () => {
        onTrouble('lost')
        later = setTimeout(again, retryMs[Math.min(tries, retryMs.length - 1)])
        tries += 1
      },
    )
  }
  const onPlaying = (): void => {
    tries = 0
    onArrived()
  }
  audio.addEventListener('error', onError)
  audio.addEventListener('playing', onPlaying)
  load(options.startAt, false)

  return {
    setQuality: (next) => {
      choice = next
      load(audio.currentTime, !audio.paused)
    },
    retry: () => {
      clearTimeout(later)
      again()
    },
    hold: () => undefined,
    destroy: () => {
      clearTimeout(later)
      audio.removeEventListener('error', onError)
      audio.removeEventListener('playing', onPlaying)
      audio.removeAttribute('src')
      audio.load()
    },
  }
}
