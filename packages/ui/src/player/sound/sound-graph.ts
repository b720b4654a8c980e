import type { Mixer } from '../engine/volume.ts'
import { dbToGain } from '../rules/loudness.ts'
import { driveCurve } from './drive-curve.ts'
import type { Pitch } from './pitch.ts'
import { impulseOf } from './reverb.ts'
import { bandHz, type SoundSettings } from './settings.ts'

/** Seconds in which a change is made: none of them clicks. */
const smooth = 0.03

/**
 * deck, deck → pitch → equaliser → drive → compressor → (dry + room + echo) → analyser → out. Every stage that is off is taken out of the line.
 */
export class SoundGraph implements Mixer {
  readonly analyser: AnalyserNode
  readonly #context: AudioContext
  readonly #decks: GainNode[]
  readonly #bus: GainNode
  readonly #out: GainNode
  readonly #bands: BiquadFilterNode[]
  readonly #preamp: GainNode
  readonly #shaper: WaveShaperNode
  readonly #compressor: DynamicsCompressorNode
  readonly #room: ConvolverNode
  readonly #roomGain: GainNode
  readonly #echo: DelayNode
  readonly #echoBack: GainNode
  readonly #echoGain: GainNode
  readonly #limiter: DynamicsCompressorNode
  #pitch: Pitch | null = null
  #roomName = ''
  #line = ''

  private constructor(context: AudioContext, audios: readonly HTMLAudioElement[]) {
    this.#context = context
    this.#bus = context.createGain()
    this.#out = context.createGain()
    this.#decks = audios.map((audio) => {
      const gain = context.createGain()
      context.createMediaElementSource(audio).connect(gain)
      gain.connect(this.#bus)
      return gain
    })
    this.#bands = bandHz.map((hz, index) => {
      const type = index === 0 ? 'lowshelf' : index === bandHz.length - 1 ? 'highshelf' : 'peaking'
      return new BiquadFilterNode(context, { type, frequency: hz, Q: 1.41, gain: 0 })
    })
    for (const [index, band] of this.#bands.entries()) this.#bands[index - 1]?.connect(band)
    this.#preamp = context.createGain()
    this.#shaper = new WaveShaperNode(context, { oversample: '4x' })
    this.#compressor = new DynamicsCompressorNode(context, { threshold: -24, knee: 18, ratio: 3, attack: 0.01, release: 0.2 })
    this.#room = context.createConvolver()
    this.#roomGain = context.createGain()
    this.#echo = context.createDelay(1.2)
    this.#echoBack = new GainNode(context, { gain: 0.42 })
    this.#echoGain = context.createGain()
    this.#echo.connect(this.#echoBack).connect(this.#echo)
    this.#echo.connect(this.#echoGain)
    // What was boosted must not clip at the end of the line.
    this.#limiter = new DynamicsCompressorNode(context, { threshold: -1.5, knee: 0, ratio: 20, attack: 0.002, release: 0.08 })
    this.analyser = new AnalyserNode(context, { fftSize: 2048, smoothingTimeConstant: 0.8 })
    this.#out.connect(this.#limiter).connect(this.analyser).connect(context.destination)
    this.#bus.connect(this.#out)
  }

  static async open(audios: readonly HTMLAudioElement[]): Promise<SoundGraph> {
    const context = new AudioContext({ latencyHint: 'playback' })
    const graph = new SoundGraph(context, audios)
    const wake = (): void => {
      if (context.state === 'suspended') void context.resume()
    }
    for (const audio of audios) audio.addEventListener('play', wake)
    await context.resume()
    return graph
  }

  setGain(deck: number, gain: number): void {
    this.#decks[deck]?.gain.setTargetAtTime(gain, this.#context.currentTime, 0.01)
  }

  async apply(sound: SoundSettings): Promise<void> {
    const at = this.#context.currentTime
    for (const [index, band] of this.#bands.entries()) band.gain.setTargetAtTime(sound.equaliser[index] ?? 0, at, smooth)
    const top = Math.max(0, ...sound.equaliser)
    // Half of the highest boost is taken back before it: the limiter catches peaks, it should not hold the whole mix down.
    this.#preamp.gain.setTargetAtTime(dbToGain(-top / 2), at, smooth)
    if (sound.drive > 0) this.#shaper.curve = driveCurve(sound.drive)
    this.#roomGain.gain.setTargetAtTime(sound.room === 'none' ? 0 : sound.roomMix, at, smooth)
    this.#echoGain.gain.setTargetAtTime(sound.echoMix, at, smooth)
    this.#echo.delayTime.setTargetAtTime(sound.echoS, at, smooth)
    if (sound.room !== 'none' && sound.room !== this.#roomName) {
      this.#roomName = sound.room
      this.#room.buffer = impulseOf(this.#context, sound.room)
    }
    if (sound.semitones !== 0) this.#pitch ??= await import('./pitch.ts').then(({ Pitch }) => Pitch.open(this.#context))
    this.#pitch?.set(sound.semitones, sound.keepFormants)
    this.#connect(sound)
  }

  /** The line anew, only when a stage came or went. */
  #connect(sound: SoundSettings): void {
    const stages: [name: string, first: AudioNode, last: AudioNode][] = []
    if (sound.semitones !== 0 && this.#pitch) stages.push(['pitch', this.#pitch.node, this.#pitch.node])
    const [first, last] = [this.#bands[0], this.#bands.at(-1)]
    if (sound.equaliser.some((db) => db !== 0) && first && last) {
      this.#preamp.disconnect()
      this.#preamp.connect(first)
      stages.push(['equaliser', this.#preamp, last])
    }
    if (sound.drive > 0) stages.push(['drive', this.#shaper, this.#shaper])
    if (sound.compressor) stages.push(['compressor', this.#compressor, this.#compressor])
    const sends = [sound.room !== 'none' ? 'room' : '', sound.echoMix > 0 ? 'echo' : '']
    const line = [...stages.map(([name]) => name), ...sends].join(' ')
    if (line === this.#line) return
    this.#line = line
    const nodes = [
      this.#bus,
      this.#bands.at(-1),
      this.#shaper,
      this.#compressor,
      this.#pitch?.node,
      this.#room,
      this.#roomGain,
      this.#echoGain,
    ]
    for (const node of nodes) node?.disconnect()
    let end: AudioNode = this.#bus
    for (const [, from, to] of stages) {
      end.connect(from)
      end = to
    }
    end.connect(this.#out)
    if (sends[0]) end.connect(this.#room).connect(this.#roomGain).connect(this.#out)
    if (sends[1]) {
      end.connect(this.#echo)
      this.#echoGain.connect(this.#out)
    }
  }
}
