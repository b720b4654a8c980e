import type { PlayableView } from '../../site/views.ts'
import { fadeIn, fadeOut } from '../rules/loudness.ts'
import type { QualityChoice } from '../rules/quality.ts'
import { Deck, type DeckEvents } from './deck.ts'
import type { MakeFeed } from './feed.ts'
import { type Mixer, setDeckGain } from './volume.ts'

export interface TurntableEvents extends DeckEvents {
  /** The other deck has taken over with this mix. */
  crossed(mix: PlayableView): void
}

type DeckIndex = 0 | 1
const stepMs = 40
/** Seconds before the end from which a gapless change is timed to the moment. */
const closeS = 1.2
/** An element needs this long from being asked to being heard. */
const startLagS = 0.03

/**
 * Two decks: one plays, the other stands ready with what comes next. A change is a crossfade of some seconds, or none at all, in which case the
 * next begins in the very moment the first ends.
 */
export class Turntables {
  readonly decks: readonly [Deck, Deck]
  readonly #events: TurntableEvents
  #active: DeckIndex = 0
  #mixes: [PlayableView | null, PlayableView | null] = [null, null]
  #gainOf: (mix: PlayableView | null, fade: number) => number = () => 1
  #mixer: Mixer | null = null
  #fade: { startedAt: number; lengthMs: number; timer: ReturnType<typeof setInterval> } | null = null
  #change: ReturnType<typeof setTimeout> | undefined

  constructor(audios: readonly [HTMLAudioElement, HTMLAudioElement], events: TurntableEvents) {
    this.#events = events
    const deckEvents = (index: DeckIndex): DeckEvents => {
      const mine = () => this.#active === index
      return {
        time: () => mine() && events.time(),
        playing: () => mine() && events.playing(),
        paused: () => mine() && events.paused(),
        starved: () => mine() && events.starved(),
        ended: () => mine() && events.ended(),
        // What goes wrong with the one that waits is nobody's concern yet: it is given up and asked for again when its turn comes.
        trouble: (trouble) => (mine() ? events.trouble(trouble) : this.#giveUp(index)),
        quality: (quality) => mine() && events.quality(quality),
      }
    }
    this.decks = [new Deck(audios[0], deckEvents(0)), new Deck(audios[1], deckEvents(1))]
  }

  get playing(): Deck {
    return this.decks[this.#active]
  }
  get #waitingIndex(): DeckIndex {
    return this.#active === 0 ? 1 : 0
  }
  /** What stands ready on the other deck. */
  get ready(): PlayableView | null {
    return this.#fade ? null : this.#mixes[this.#waitingIndex]
  }

  /** Within a press: iPhones let an element sound later when it was touched during one. What holds a mix is left alone. */
  wake(): void {
    for (const deck of this.decks) if (!deck.loaded) deck.audio.load()
  }
  load(mix: PlayableView, make: MakeFeed, startAt: number, choice: QualityChoice, savesData: boolean, rate: number): void {
    this.#endFade()
    this.#put(this.#active, mix, make, startAt, choice, savesData, rate)
  }
  prepare(mix: PlayableView, make: MakeFeed, choice: QualityChoice, savesData: boolean, rate: number): void {
    if (!this.#fade) this.#put(this.#waitingIndex, mix, make, 0, choice, savesData, rate)
  }
  #put(
    index: DeckIndex,
    mix: PlayableView,
    make: MakeFeed,
    startAt: number,
    choice: QualityChoice,
    savesData: boolean,
    rate: number,
  ): void {
    if (!mix.stream) return
    this.#mixes[index] = mix
    this.decks[index].load(make, mix.stream, { startAt, choice, savesData })
    this.#setRate(index, rate)
    this.applyGain()
  }

  /** Called as time passes: changes over when the end is near enough. */
  near(leftS: number, crossfadeS: number): void {
    if (!this.ready || this.#change || this.decks[this.#waitingIndex].audio.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
    if (crossfadeS > 0 && leftS <= crossfadeS && leftS > 0.2) this.#cross(leftS)
    else if (crossfadeS === 0 && leftS <= closeS) this.#change = setTimeout(() => this.#cross(0), Math.max(0, leftS - startLagS) * 1000)
  }
  /** At once, as when somebody presses "next". */
  changeNow(): boolean {
    if (!this.ready) return false
    this.#cross(0)
    return true
  }

  #cross(lengthS: number): void {
    clearTimeout(this.#change)
    this.#change = undefined
    const [from, to] = [this.#active, this.#waitingIndex]
    const mix = this.#mixes[to]
    if (!mix) return
    this.#active = to
    this.decks[to].play().catch(() => this.#events.paused())
    if (lengthS > 0) {
      const timer = setInterval(() => {
        this.applyGain()
        if (this.#part() >= 1) this.#endFade()
      }, stepMs)
      this.#fade = { startedAt: performance.now(), lengthMs: lengthS * 1000, timer }
    } else this.#take(from)
    this.applyGain()
    this.#events.crossed(mix)
  }
  #part(): number {
    return this.#fade ? (performance.now() - this.#fade.startedAt) / this.#fade.lengthMs : 1
  }
  #endFade(): void {
    clearTimeout(this.#change)
    this.#change = undefined
    if (!this.#fade) return
    clearInterval(this.#fade.timer)
    this.#fade = null
    this.#take(this.#waitingIndex)
    this.applyGain()
  }
  #take(index: DeckIndex): void {
    this.#mixes[index] = null
    this.decks[index].unload()
  }
  #giveUp(index: DeckIndex): void {
    if (!this.#fade) this.#take(index)
  }
  /** What comes next has changed. */
  forgetNext(): void {
    clearTimeout(this.#change)
    this.#change = undefined
    if (!this.#fade && this.#mixes[this.#waitingIndex]) this.#take(this.#waitingIndex)
  }

  /** Both decks: a fade does not go on behind a pause. */
  pause(): void {
    this.#endFade()
    clearTimeout(this.#change)
    this.#change = undefined
    this.playing.pause()
  }
  setRate(rate: number): void {
    this.#setRate(0, rate)
    this.#setRate(1, rate)
  }
  #setRate(index: DeckIndex, rate: number): void {
    const { audio } = this.decks[index]
    audio.defaultPlaybackRate = rate
    audio.playbackRate = rate
  }
  setQuality(choice: QualityChoice): void {
    for (const deck of this.decks) deck.setQuality(choice)
  }
  setGains(gainOf: (mix: PlayableView | null, fade: number) => number, mixer: Mixer | null): void {
    this.#gainOf = gainOf
    this.#mixer = mixer
    this.applyGain()
  }
  applyGain(): void {
    const part = this.#part()
    const [on, off] = [this.#active, this.#waitingIndex]
    setDeckGain(this.decks[on], on, this.#gainOf(this.#mixes[on], this.#fade ? fadeIn(part) : 1), this.#mixer)
    setDeckGain(this.decks[off], off, this.#gainOf(this.#mixes[off], this.#fade ? fadeOut(part) : 0), this.#mixer)
  }
  unload(): void {
    this.#endFade()
    this.#take(0)
    this.#take(1)
  }
}
