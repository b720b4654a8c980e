import type { PlayableView } from '../../site/views.ts'
import { type PlayerApi, PlayerApiError } from '../api/player-api.ts'
import type { PlayCounter } from '../beats/play-counter.ts'
import { nextStart, previousStart } from '../rules/chapters.ts'
import type { QualityChoice } from '../rules/quality.ts'
import * as queues from '../rules/queue.ts'
import type { SleepChoice } from '../rules/sleep.ts'
import { nextStatus, type StatusEvent, wantsSound } from '../rules/status.ts'
import type { MakeFeed, Trouble } from './feed.ts'
import { readSettings, type Session, type Settings, writeSettings } from './memory.ts'
import { Positions } from './positions.ts'
import { itemOf, type MixAsk, withFacts } from './queued.ts'
import { Sleeper } from './sleeper.ts'
import { loadFeed, savesData } from './source.ts'
import { lockOf, type PlayerState, type Problem, Store } from './store.ts'
import { Turntables } from './turntables.ts'
import { canSetVolume, gainOf, type Mixer } from './volume.ts'

/** Seconds before the end at which the next mix is made ready. */
const prepareS = 20
/** Refused again this soon after a fresh ticket: it is not the ticket. */
const patienceMs = 10_000

/**
 * The player without its looks. There is one in a page; it owns the audio elements and outlives every navigation. Whatever shows it or steers it
 * (bar, waveforms, keys, lock screen, other devices) reads `store`, listens to `onTime` and calls these verbs.
 */
export class PlayerEngine {
  readonly store: Store<PlayerState>
  readonly api: PlayerApi
  readonly tables: Turntables
  readonly #counter: PlayCounter
  readonly #positions: Positions
  readonly #sleeper: Sleeper
  readonly #timeListeners = new Set<(ms: number) => void>()
  #make: Promise<MakeFeed> | null = null
  #mixer: Mixer | null = null
  #turn = 0
  #askedAgainAt = 0
  #preparing: string | null = null
  /** Where what is being loaded will begin; null once it has. */
  #wanted: number | null = null
  /** It was put there once already: a stream that is still growing may not reach so far. */
  #put = false
  /** The deck still holds what played before. */
  #asking = false

  constructor(options: { api: PlayerApi; audios: readonly [HTMLAudioElement, HTMLAudioElement]; counter: PlayCounter }) {
    this.api = options.api
    this.#counter = options.counter
    this.#positions = new Positions(options.api)
    this.store = new Store<PlayerState>({
      ...readSettings(),
      status: 'idle',
      mix: null,
      queue: queues.emptyQueue,
      problem: null,
      quality: null,
      rate: 1,
      sleep: null,
      elsewhere: null,
      canSetVolume: canSetVolume(options.audios[0]),
      soundProblem: null,
    })
    this.#sleeper = new Sleeper(this.store, () => this.positionMs, { gain: () => this.#applyGains(), over: () => this.pause() })
    this.tables = new Turntables(options.audios, {
      time: () => this.#onTime(),
      playing: () => {
        this.#say('playing')
        this.store.set({ problem: null })
      },
      paused: () => this.#onPaused(),
      starved: () => this.#say('starved'),
      ended: () => void this.#onEnded(),
      trouble: (trouble) => void this.#onTrouble(trouble),
      quality: (quality) => this.store.set({ quality }),
      crossed: (mix) => this.#onCrossed(mix),
    })
    this.#applyGains()
  }

  get state(): PlayerState {
    return this.store.get()
  }
  /** Milliseconds into the mix; before anything is loaded, where it will begin. */
  get positionMs(): number {
    return this.#wanted ?? this.tables.playing.seconds * 1000
  }
  get durationMs(): number {
    return this.state.mix?.durationMs ?? queues.currentItem(this.state.queue)?.durationMs ?? 0
  }
  onTime(listener: (ms: number) => void): () => void {
    this.#timeListeners.add(listener)
    return () => this.#timeListeners.delete(listener)
  }

  /** Plays a mix now, from a moment or from where one left off. The one that plays already goes on, or jumps. */
  async play(ask: MixAsk, atMs: number | null = null): Promise<void> {
    const { queue, mix, status } = this.state
    if (queues.currentItem(queue)?.mixId === ask.mixId && mix && status !== 'ended' && status !== 'failed' && status !== 'locked') {
      if (atMs !== null) this.seek(atMs)
      return this.resume()
    }
    if (queues.currentItem(queue)?.mixId === ask.mixId && status === 'paused') return this.#start(atMs ?? this.#wanted)
    this.tables.forgetNext()
    const item = itemOf(ask)
    const next = queues.playNow(queue, item)
    this.store.set({ queue: next })
    await this.#start(atMs)
  }
  toggle(): void {
    if (wantsSound(this.state.status)) this.pause()
    else void this.resume()
  }
  pause(): void {
    this.tables.pause()
    this.#say('paused')
  }
  async resume(): Promise<void> {
    const { status, mix, queue } = this.state
    if (status === 'ended') return this.#start(0)
    if (!mix || !this.tables.playing.loaded) return queue.at >= 0 ? this.#start(this.#wanted) : undefined
    if (status === 'offline' || status === 'failed') this.tables.playing.retry()
    await this.#sound()
  }
  /** After something stood in the way: asks for it anew, at the same place. */
  retry = (): Promise<void> => this.#start(this.positionMs)
  seek(ms: number): void {
    const at = Math.min(Math.max(0, ms), Math.max(0, this.durationMs - 250))
    this.#counter.pause()
    this.tables.forgetNext()
    this.#preparing = null
    // What is still being loaded begins where it was asked to last.
    if (this.tables.playing.loaded && this.#wanted === null) this.tables.playing.seek(at / 1000)
    else this.#begin(at)
    if (this.state.status === 'ended') void this.#start(at)
    this.#tell(at)
  }
  skip(seconds: number): void {
    this.seek(this.positionMs + seconds * 1000)
  }
  /** The next track of the mix; in its last one, the next mix. */
  nextTrack(): void {
    const at = nextStart(this.state.mix?.tracks ?? [], this.positionMs)
    if (at === null) void this.nextMix()
    else this.seek(at)
  }
  previousTrack(): void {
    const at = previousStart(this.state.mix?.tracks ?? [], this.positionMs)
    if (at !== null) this.seek(at)
    else if (this.positionMs > 3_000) this.seek(0)
    else void this.previousMix()
  }
  async nextMix(): Promise<void> {
    const { queue } = this.state
    if (!queues.nextItem(queue)) return
    this.#leave()
    if (this.tables.ready?.id === queues.nextItem(queue)?.mixId && this.tables.changeNow()) return
    this.store.set({ queue: queues.advance(queue) })
    await this.#start(null)
  }
  async previousMix(): Promise<void> {
    const { queue } = this.state
    if (!queues.previousItem(queue)) return this.seek(0)
    await this.jump(queues.previousItem(queue)?.key ?? '')
  }
  async jump(key: string): Promise<void> {
    this.#leave()
    this.tables.forgetNext()
    this.store.set({ queue: queues.jumpTo(this.state.queue, key) })
    await this.#start(null)
  }
  /** Stops and puts the player away. */
  close(): void {
    this.#turn += 1
    this.#leave()
    this.tables.unload()
    this.#say('closed')
    this.#sleeper.set(null)
    this.store.set({ mix: null, queue: queues.emptyQueue, problem: null, quality: null })
  }

  enqueue(ask: MixAsk, where: 'next' | 'last'): void {
    const { queue } = this.state
    const item = itemOf(ask)
    if (queue.at < 0) {
      this.store.set({ queue: { items: [item], at: 0 } })
      void this.#start(null)
      return
    }
    this.#changeQueue(where === 'next' ? queues.playNext(queue, item) : queues.addLast(queue, item))
  }
  /** Takes out, moves, clears: what rules/queue.ts offers. */
  editQueue(edit: (queue: queues.Queue) => queues.Queue): void {
    this.#changeQueue(edit(this.state.queue))
  }
  #changeQueue(queue: queues.Queue): void {
    const before = queues.nextItem(this.state.queue)?.key
    this.store.set({ queue })
    if (queues.nextItem(queue)?.key !== before) {
      this.tables.forgetNext()
      this.#preparing = null
    }
  }

  set(change: Partial<Settings>): void {
    this.store.set(change)
    const { volume, muted, choice, normalise, crossfadeS, sound } = this.state
    writeSettings({ volume, muted, choice, normalise, crossfadeS, sound })
    this.#applyGains()
  }
  setQuality(choice: QualityChoice): void {
    this.set({ choice })
    this.tables.setQuality(choice)
  }
  setRate(rate: number): void {
    this.store.set({ rate: Math.min(2, Math.max(0.5, rate)) })
    this.tables.setRate(this.state.rate)
  }
  setSleep(choice: SleepChoice | null): void {
    this.#sleeper.set(choice)
  }
  /** The sound room takes the loudness over, or gives it back. */
  setMixer(mixer: Mixer | null): void {
    this.#mixer = mixer
    this.#applyGains()
  }
  #applyGains(): void {
    this.tables.setGains((mix, fade) => gainOf(this.state, mix, this.#sleeper.gain, fade), this.#mixer)
  }

  async #start(atMs: number | null): Promise<void> {
    const item = queues.currentItem(this.state.queue)
    if (!item) return
    this.#turn += 1
    const turn = this.#turn
    const stale = () => turn !== this.#turn
    this.#leave()
    this.tables.forgetNext()
    this.tables.playing.pause()
    this.tables.wake()
    this.#begin(atMs ?? 0)
    this.#asking = true
    this.store.set({ mix: this.state.mix?.id === item.mixId ? this.state.mix : null, problem: null, quality: null })
    this.#say('asked')
    this.#tell(atMs ?? 0)
    try {
      this.#make ??= loadFeed()
      const [mix, make] = await Promise.all([this.api.playable(item.mixId, item.link), this.#make])
      if (stale()) return
      this.store.set({ mix, queue: withFacts(this.state.queue, mix) })
      if (!mix.stream) return this.#stand(lockOf(mix), 'refused')
      // Somebody may have pressed on the waveform meanwhile.
      const at = this.#wanted || atMs || (atMs === null ? this.#positions.resume(mix) : 0)
      this.#asking = false
      this.tables.load(mix, make, at / 1000, this.state.choice, savesData(), this.state.rate)
      this.#begin(at)
      this.#tell(at)
      await this.#sound()
    } catch (error) {
      if (!stale()) this.#fail(error)
    }
  }
  #begin(ms: number): void {
    this.#wanted = ms
    this.#put = false
  }
  async #sound(): Promise<void> {
    try {
      await this.tables.playing.play()
    } catch (error) {
      // Another source was put in meanwhile, or somebody paused: not a failure.
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#stand({ kind: 'blocked' }, 'paused')
      else if (error instanceof DOMException && error.name === 'NotSupportedError' && this.state.status !== 'locked')
        this.#stand({ kind: 'unreadable' }, 'broke')
    }
  }
  #fail(error: unknown): void {
    const failure = error instanceof PlayerApiError ? error.failure : 'trouble'
    if (!(error instanceof PlayerApiError)) this.#make = null
    this.#stand({ kind: failure }, failure === 'offline' ? 'lost' : 'broke')
    if (failure === 'offline')
      window.addEventListener('online', () => this.state.problem?.kind === 'offline' && void this.retry(), { once: true })
  }
  #stand(problem: Problem, event: StatusEvent): void {
    this.store.set({ problem })
    this.#say(event)
  }
  #say(event: StatusEvent): void {
    this.store.set({ status: nextStatus(this.state.status, event) })
    if (event !== 'playing' && event !== 'starved') this.#counter.pause()
  }

  #onTime(): void {
    const { mix, status, rate, crossfadeS, sleep } = this.state
    const deck = this.tables.playing
    if (this.#asking) return
    // A deck that still loads says 0: it begins where it was asked to.
    if (this.#wanted !== null) {
      if (deck.audio.readyState < HTMLMediaElement.HAVE_METADATA) return
      if (!this.#put && Math.abs(deck.seconds * 1000 - this.#wanted) > 1_000) {
        this.#put = true
        deck.seek(this.#wanted / 1000)
        return
      }
      this.#wanted = null
    }
    const ms = this.positionMs
    if (mix && status === 'playing' && !deck.audio.paused) {
      this.#counter.advance({ mixId: mix.id, quality: this.state.quality ?? '', durationMs: mix.durationMs }, ms / 1000)
      this.#positions.save(mix, ms, false)
      const leftS = (mix.durationMs - ms) / 1000 / rate
      if (leftS < prepareS + crossfadeS) void this.#prepare()
      this.tables.near(leftS, sleep && sleep.kind !== 'minutes' ? 0 : crossfadeS)
    }
    this.#tell(ms)
  }
  #tell(ms: number): void {
    for (const listener of [...this.#timeListeners]) listener(ms)
  }
  async #prepare(): Promise<void> {
    const item = queues.nextItem(this.state.queue)
    if (!item || this.#preparing === item.key || !this.#make || this.state.sleep?.kind === 'mix') return
    this.#preparing = item.key
    try {
      const [mix, make] = await Promise.all([this.api.playable(item.mixId, item.link), this.#make])
      if (this.#preparing !== item.key || !mix.stream) return
      this.tables.prepare(mix, make, this.state.choice, savesData(), this.state.rate)
    } catch {
      // It is asked for again when its turn comes, and says then what stands in the way.
    }
  }
  #onCrossed(mix: PlayableView): void {
    this.#turn += 1
    this.#counter.end()
    const before = this.state.mix
    if (before) this.#positions.save(before, before.durationMs, true)
    this.#preparing = null
    this.#wanted = null
    const queue = queues.advance(this.state.queue)
    this.store.set({ mix, queue: withFacts(queue, mix), problem: null, quality: null })
    this.#say('playing')
    this.#tell(0)
  }
  #onPaused(): void {
    this.#say('paused')
    if (this.state.mix && this.#wanted === null) this.#positions.save(this.state.mix, this.positionMs, true)
  }
  async #onEnded(): Promise<void> {
    const { mix, queue } = this.state
    this.#sleeper.check()
    if (mix) this.#positions.save(mix, mix.durationMs, true)
    if (queues.nextItem(queue) && this.state.status !== 'paused') return this.nextMix()
    this.#counter.end()
    this.#say('finished')
  }
  async #onTrouble(trouble: Trouble): Promise<void> {
    if (trouble === 'unreadable') return this.#stand({ kind: 'unreadable' }, 'broke')
    if (trouble === 'lost') {
      // What is buffered plays on; only when that is used up is it silent.
      if (this.tables.playing.ahead < 0.5) this.#stand({ kind: 'offline' }, 'lost')
      return
    }
    if (Date.now() - this.#askedAgainAt < patienceMs) return this.#stand({ kind: 'refused' }, 'broke')
    this.#askedAgainAt = Date.now()
    await this.#start(this.positionMs)
  }
  /** What played is left: its last seconds are counted, its place is kept. */
  #leave(): void {
    const { mix, status } = this.state
    if (mix && this.#wanted === null && (wantsSound(status) || status === 'paused')) this.#positions.save(mix, this.positionMs, true)
    this.#counter.end()
    this.#preparing = null
  }
  /** The document goes away, perhaps for good. */
  leavePage(): void {
    this.#counter.pause()
    if (this.state.mix && this.#wanted === null) this.#positions.save(this.state.mix, this.positionMs, true)
  }
  /** What the tab's last document played stands here, at its place: `resume` goes on. */
  recall({ queue, positionMs, rate, sleep }: Session): void {
    this.store.set({ queue, rate, status: 'paused' })
    this.tables.setRate(rate)
    this.#begin(positionMs)
    this.#sleeper.goOn(sleep)
    this.#tell(positionMs)
  }
  /** Learns what can be said of the mix that stands here, without playing it. */
  async look(): Promise<void> {
    const item = queues.currentItem(this.state.queue)
    const turn = this.#turn
    const mix = item ? await this.api.playable(item.mixId, item.link).catch(() => null) : null
    if (mix && turn === this.#turn) this.store.set({ mix })
  }
}
