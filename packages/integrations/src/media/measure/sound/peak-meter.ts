/** A slot of the detail: 40 ms. */
const detailPerSecond = 25
const overviewSlots = 1_000
/** -60 dBFS: below it a club hears nothing. */
const audible = 33

/** The waveform, and where sound begins and ends. */
export class PeakMeter {
  private readonly sampleRate: number
  private readonly slotSamples: number
  private readonly slots: number[] = []
  private most = 0
  private inSlot = 0
  private samples = 0
  private firstHeard = -1
  private lastHeard = -1

  constructor(sampleRate: number) {
    this.sampleRate = sampleRate
    this.slotSamples = sampleRate / detailPerSecond
  }

  /** Whole pairs of samples. */
  push(samples: Int16Array): void {
    for (let at = 0; at < samples.length; ) {
      const end = Math.min(samples.length, at + 2 * (this.slotSamples - this.inSlot))
      let most = this.most
      for (let place = at; place < end; place += 1) {
        const loudness = Math.abs(samples[place] as number)
        if (loudness > most) most = loudness
        if (loudness > audible) {
          this.lastHeard = this.samples + ((place - at) >> 1)
          if (this.firstHeard < 0) this.firstHeard = this.lastHeard
        }
      }
      this.most = most
      this.samples += (end - at) / 2
      this.inSlot += (end - at) / 2
      at = end
      if (this.inSlot === this.slotSamples) this.close()
    }
  }

  private close(): void {
    this.slots.push(Math.min(255, Math.round((this.most * 255) / 32_768)))
    this.most = 0
    this.inSlot = 0
  }

  finish() {
    if (this.inSlot > 0) this.close()
    const ms = (samples: number) => Math.round((samples / this.sampleRate) * 1000)
    const silent = this.firstHeard < 0
    return {
      durationMs: ms(this.samples),
      silence: {
        leadMs: silent ? ms(this.samples) : ms(this.firstHeard),
        tailMs: silent ? ms(this.samples) : ms(this.samples - 1 - this.lastHeard),
      },
      peaks: { detail: Uint8Array.from(this.slots), overview: this.overview(), detailPerSecond },
    }
  }

  /** Means of the detail's peaks: the largest of seven seconds would be full scale everywhere in a club mix. */
  private overview(): Uint8Array {
    const length = Math.min(overviewSlots, this.slots.length)
    return Uint8Array.from({ length }, (_, slot) => {
      const [from, to] = [slot, slot + 1].map((edge) => Math.floor((edge * this.slots.length) / length)) as [number, number]
      let sum = 0
      for (let at = from; at < to; at += 1) sum += this.slots[at] as number
      return Math.round(sum / (to - from))
    })
  }
}
