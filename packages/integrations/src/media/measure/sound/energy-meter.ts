export const energyEverySeconds = 5

/** RMS of each stretch, in dBFS. */
export class LevelMeter {
  readonly levels: number[] = []
  private readonly stretch: number
  private sum = 0
  private count = 0

  constructor(sampleRate: number) {
    this.stretch = sampleRate * energyEverySeconds
  }

  push(block: Float32Array): void {
    for (let at = 0; at < block.length; ) {
      const end = Math.min(block.length, at + this.stretch - this.count)
      let sum = 0
      for (let place = at; place < end; place += 1) sum += (block[place] as number) * (block[place] as number)
      this.sum += sum
      this.count += end - at
      at = end
      if (this.count === this.stretch) this.close()
    }
  }

  finish(): void {
    if (this.count > 0) this.close()
  }

  private close(): void {
    this.levels.push(10 * Math.log10(this.sum / this.count + 1e-10))
    this.sum = 0
    this.count = 0
  }
}

const scale = (value: number, from: number, to: number): number => Math.max(0, Math.min(1, (value - from) / (to - from)))

/**
 * How hard it drives: half by loudness (from -36 to -9 dBFS), half by what is struck (onset strength, all of it and the kick's). The same
 * scale for every recording, so that one can be compared with another.
 */
export function energyOver(
  levels: readonly number[],
  strength: readonly number[],
  lowStrength: readonly number[],
  framesPerSecond: number,
): number[] {
  const frames = framesPerSecond * energyEverySeconds
  return levels.map((level, index) => {
    const [from, to] = [Math.floor(index * frames), Math.min(strength.length, Math.floor((index + 1) * frames))]
    let [all, low] = [0, 0]
    for (let at = from; at < to; at += 1) {
      all += strength[at] as number
      low += lowStrength[at] as number
    }
    const count = Math.max(1, to - from)
    const driven = 0.5 * scale(all / count, 1, 13) + 0.5 * scale(low / count, 0, 2)
    return Number((0.5 * scale(level, -36, -9) + 0.5 * driven * scale(level, -60, -30)).toFixed(3))
  })
}
