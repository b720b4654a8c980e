import type { Quality, QualityChoice } from '../rules/quality.ts'
import type { Feed, FeedOptions, MakeFeed, StreamSource, Trouble } from './feed.ts'

export interface DeckEvents {
  time(): void
  playing(): void
  paused(): void
  starved(): void
  ended(): void
  trouble(trouble: Trouble): void
  quality(quality: Quality): void
}

/** One audio element and what feeds it. There are two, so that one can begin while the other ends. */
export class Deck {
  readonly audio: HTMLAudioElement
  readonly #events: DeckEvents
  #feed: Feed | null = null
  /** The line is gone; what is there plays on. */
  #lost = false

  constructor(audio: HTMLAudioElement, events: DeckEvents) {
    this.audio = audio
    this.#events = events
    audio.preload = 'auto'
    audio.preservesPitch = true
    const on = (names: string[], say: () => void) => {
      for (const name of names) audio.addEventListener(name, say)
    }
    on(['timeupdate', 'seeked'], () => events.time())
    on(['playing'], () => events.playing())
    on(['pause'], () => {
      if (!audio.ended) events.paused()
    })
    on(['waiting', 'stalled'], () => {
      if (audio.paused || audio.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) return
      if (this.#lost) events.trouble('lost')
      else events.starved()
    })
    on(['ended'], () => events.ended())
  }

  get loaded(): boolean {
    return this.#feed !== null
  }
  get seconds(): number {
    return this.audio.currentTime
  }
  /** Seconds of media that are there beyond what plays. */
  get ahead(): number {
    const { buffered, currentTime } = this.audio
    for (let index = 0; index < buffered.length; index += 1) {
      if (buffered.start(index) <= currentTime + 0.1 && buffered.end(index) > currentTime) return buffered.end(index) - currentTime
    }
    return 0
  }

  load(make: MakeFeed, source: StreamSource, options: Pick<FeedOptions, 'startAt' | 'choice' | 'savesData'>): void {
    this.unload()
    const feed = make(this.audio, {
      ...options,
      source,
      onTrouble: (trouble) => {
        if (this.#feed !== feed) return
        this.#lost = trouble === 'lost'
        this.#events.trouble(trouble)
      },
      onArrived: () => {
        if (this.#feed === feed) this.#lost = false
      },
      onQuality: (quality) => this.#events.quality(quality),
    })
    this.#feed = feed
  }

  play(): Promise<void> {
    return this.audio.play()
  }
  pause(): void {
    this.audio.pause()
  }
  seek(seconds: number): void {
    this.audio.currentTime = seconds
  }
  setQuality(choice: QualityChoice): void {
    this.#feed?.setQuality(choice)
  }
  retry(): void {
    this.#feed?.retry()
  }

  /** Takes the mix out. The element stays: on iPhones it is the one that was allowed to play. */
  unload(): void {
    const feed = this.#feed
    this.#feed = null
    this.#lost = false
    if (!this.audio.paused) this.audio.pause()
    feed?.destroy()
  }
}
