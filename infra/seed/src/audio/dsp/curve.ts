/** A value that moves in straight lines between points `[sample, value]`, in their order. Before the first and after the last it stays. */
export type Curve = readonly (readonly [at: number, value: number])[]

export function curveAt(curve: Curve, at: number): number {
  let before = curve[0]
  if (!before || at <= before[0]) return before?.[1] ?? 1
  for (const point of curve) {
    if (at < point[0]) return before[1] + ((point[1] - before[1]) * (at - before[0])) / (point[0] - before[0])
    before = point
  }
  return before[1]
}

/** Multiplies by a gain that goes from one value to another over the block, so that no step is heard. */
export function ramp(samples: Float32Array, from: number, to: number): void {
  if (from === 1 && to === 1) return
  const step = (to - from) / samples.length
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * (from + step * (i + 1))
}
