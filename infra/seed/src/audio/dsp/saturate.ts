/** Bends a sound softly, in place: quiet parts come up by `drive`, loud ones never pass one. */
export function saturate(samples: Float32Array, drive: number): Float32Array {
  const scale = 1 / Math.tanh(Math.max(1, drive))
  for (let i = 0; i < samples.length; i++) samples[i] = Math.tanh((samples[i] as number) * drive) * scale
  return samples
}

/** Fewer steps and fewer samples, in place: an early sampler. */
export function crush(samples: Float32Array, { bits, hold }: { bits: number; hold: number }): Float32Array {
  const steps = 2 ** (bits - 1)
  for (let i = 0; i < samples.length; i++)
    samples[i] = i % hold === 0 ? Math.round((samples[i] as number) * steps) / steps : (samples[i - 1] as number)
  return samples
}
