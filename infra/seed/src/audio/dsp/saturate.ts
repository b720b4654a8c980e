/** Bends a sound softly, in place: quiet parts come up by `drive`, loud ones never pass one. */
export function saturate(samples: Float32Array, drive: number): Float32Array {
  const scale = 1 / Math.tanh(Math.max(1, drive))
  for (let i = 0; i < samples.length; i++) samples[i] = Math.tanh((samples[i] as number) * drive) * scale
  return samples
}
