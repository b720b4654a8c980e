import type { PlayerEngine } from '../engine/engine.ts'
import { isPlain, type SoundSettings } from './settings.ts'
import type { SoundGraph } from './sound-graph.ts'

/**
 * The sound room's switch. As long as everything is plain there is no AudioContext and no graph: the elements play as they are. Once they have
 * been led through a graph they stay in it for the life of the document (browsers offer no way back), and an empty graph costs next to nothing.
 */
export class SoundRoom {
  readonly #engine: PlayerEngine
  #graph: Promise<SoundGraph> | null = null

  constructor(engine: PlayerEngine) {
    this.#engine = engine
    // A graph may only be made once somebody has pressed something: with the first sound.
    const stop = engine.store.subscribe(() => {
      if (engine.state.status !== 'playing') return
      stop()
      if (!isPlain(engine.state.sound)) void this.apply(engine.state.sound)
    })
  }

  /** What the spectrum is read from; null while nothing runs. */
  async analyser(): Promise<AnalyserNode | null> {
    return this.#graph ? (await this.#graph).analyser : null
  }

  set(change: Partial<SoundSettings>): void {
    const sound = { ...this.#engine.state.sound, ...change }
    this.#engine.set({ sound })
    void this.apply(sound)
  }

  async apply(sound: SoundSettings): Promise<void> {
    if (!this.#graph && isPlain(sound)) return
    try {
      this.#graph ??= import('./sound-graph.ts').then(({ SoundGraph }) =>
        SoundGraph.open(this.#engine.tables.decks.map(({ audio }) => audio)),
      )
      const graph = await this.#graph
      this.#engine.setMixer(graph)
      await graph.apply(sound)
      this.#engine.store.set({ soundProblem: null })
    } catch {
      this.#engine.store.set({ soundProblem: 'unsupported' })
    }
  }
}
