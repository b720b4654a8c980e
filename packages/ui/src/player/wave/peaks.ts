/** Columns of a mix's overview, 0..255, from the base64 that `/listen` gives. Null when it is none. */
export function readPeaks(base64: string | null): Uint8Array | null {
  if (!base64) return null
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

/** Bars for a width: each as high as the loudest of its columns, 0..1, spread so that a mix mastered loud still shows its shape. */
export function barsOf(peaks: Uint8Array, count: number): number[] {
  if (peaks.length === 0 || count <= 0) return []
  const bars = Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / count)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count))
    let highest = 0
    for (let column = from; column < to; column += 1) highest = Math.max(highest, peaks[column] ?? 0)
    return highest / 255
  })
  const top = Math.max(...bars, 0.01)
  return bars.map((height) => (height / top) ** 1.6)
}

/** An SVG path of upright bars, `width` × 100. `mirror`: from the middle both ways, else from the floor. */
export function barsPath(bars: readonly number[], step: number, thick: number, mirror: boolean): string {
  return bars
    .map((height, index) => {
      const tall = Math.max(2, height * 98)
      const top = mirror ? 50 - tall / 2 : 99 - tall
      return `M${(index * step).toFixed(1)} ${top.toFixed(1)}h${thick}v${tall.toFixed(1)}h-${thick}z`
    })
    .join('')
}
