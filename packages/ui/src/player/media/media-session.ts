import { pictureSource } from '../../site/picture-source.ts'
import type { PlayableView } from '../../site/views.ts'
import type { PlayerEngine } from '../engine/engine.ts'
import { trackAt } from '../rules/chapters.ts'
import { wantsSound } from '../rules/status.ts'

const artworkSizes = [160, 320, 480, 960]

interface ChapterInit {
  title: string
  startTime: number
  artwork: MediaImage[]
}

const artworkOf = (mix: PlayableView): MediaImage[] =>
  mix.artwork
    ? artworkSizes.map((size) => ({
        src: new URL(pictureSource(mix.artwork?.src ?? '', size), location.origin).href,
        sizes: `${size}x${size}`,
      }))
    : []

function metadataOf(mix: PlayableView, track: number): MediaMetadata {
  const artwork = artworkOf(mix)
  const now = mix.tracks[track]
  // The lock screen has two lines: what is heard, and in which mix of whom.
  const words = now
    ? { title: `${now.artist} – ${now.title}`, artist: mix.artist, album: mix.title }
    : { title: mix.title, artist: mix.artist, album: '' }
  const chapterInfo: ChapterInit[] = mix.tracks.map(({ artist, title, startMs }) => ({
    title: `${artist} – ${title}`,
    startTime: startMs / 1000,
    artwork,
  }))
  return new MediaMetadata({ ...words, artwork, chapterInfo } as MediaMetadataInit)
}

/** Lock screen, headphones and media keys: what plays, where it is, and what they may ask for. */
export function showOnLockScreen(engine: PlayerEngine): void {
  const session = navigator.mediaSession
  if (!session || typeof MediaMetadata === 'undefined') return
  let shown = ''

  const show = (): void => {
    const { mix, status } = engine.state
    session.playbackState = status === 'idle' || !mix ? 'none' : wantsSound(status) ? 'playing' : 'paused'
    const track = mix ? trackAt(mix.tracks, engine.positionMs) : -1
    const key = mix ? `${mix.id} ${mix.recordingId} ${track}` : ''
    if (key === shown) return
    shown = key
    session.metadata = mix ? metadataOf(mix, track) : null
  }
  const showPlace = (): void => {
    const { mix, rate } = engine.state
    if (!mix || !session.setPositionState || mix.durationMs <= 0) return
    const position = Math.min(Math.max(0, engine.positionMs), mix.durationMs) / 1000
    session.setPositionState({ duration: mix.durationMs / 1000, playbackRate: rate, position })
  }
  engine.store.subscribe(() => {
    show()
    showPlace()
  })
  let told = 0
  engine.onTime(() => {
    show()
    // The system counts on by itself: it is only put right now and then.
    if (Date.now() - told < 5_000) return
    told = Date.now()
    showPlace()
  })

  const actions: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', () => void engine.resume()],
    ['pause', () => engine.pause()],
    ['stop', () => engine.pause()],
    ['seekbackward', ({ seekOffset }) => engine.skip(-(seekOffset ?? 15))],
    ['seekforward', ({ seekOffset }) => engine.skip(seekOffset ?? 15)],
    ['seekto', ({ seekTime }) => engine.seek((seekTime ?? 0) * 1000)],
    ['previoustrack', () => engine.previousTrack()],
    ['nexttrack', () => engine.nextTrack()],
  ]
  for (const [action, handler] of actions) {
    try {
      session.setActionHandler(action, handler)
    } catch {
      // A browser that does not know an action shows no button for it.
    }
  }
}
