import { filtered } from '../dsp/filter.ts'
import { Noise } from '../dsp/noise.ts'
import { fadeOut, normalise, rate, type Sound, seconds } from '../dsp/sound.ts'

/** What lies under the music: a record's dust, rain on a roof, air. Stereo, `time` seconds, with soft ends so that it can be laid end to end. */
export function texture(kind: 'dust' | 'rain' | 'air', time: number, seed: string): Sound {
  const [left, right] = ['left', 'right'].map((side) => {
    const noise = new Noise(`${seed}/${kind}/${side}`)
    const samples = new Float32Array(seconds(time))
    if (kind !== 'air') drops(samples, noise, kind === 'dust' ? 11 : 240)
    const bed = filtered(noise.fill(samples.length), 'lowpass', kind === 'air' ? 900 : 3200)
    const level = { dust: 0.02, rain: 0.16, air: 1 }[kind]
    for (let i = 0; i < samples.length; i++) {
      const swell = kind === 'air' ? 0.6 + 0.4 * Math.sin((2 * Math.PI * i) / samples.length + (side === 'left' ? 0 : 1.7)) : 1
      samples[i] = (samples[i] as number) + (bed[i] as number) * level * swell
    }
    filtered(samples, 'highpass', kind === 'air' ? 180 : 500)
    const ends = seconds(0.25)
    for (let i = 0; i < ends; i++) samples[i] = ((samples[i] as number) * i) / ends
    fadeOut(samples, ends)
    return samples
  }) as [Float32Array, Float32Array]
  normalise(left, right)
  return { left, right }
}

/** So many clicks a second, each a short ring of its own pitch and weight. */
function drops(samples: Float32Array, noise: Noise, perSecond: number): void {
  const chance = perSecond / rate
  for (let i = 0; i < samples.length; i++) {
    if (Math.abs(noise.next()) > chance) continue
    const weight = noise.next() ** 4
    const hz = 2600 + 2200 * noise.next()
    const end = Math.min(samples.length, i + 90)
    for (let k = i; k < end; k++)
      samples[k] = (samples[k] as number) + weight * Math.sin((2 * Math.PI * hz * (k - i)) / rate) * Math.exp((i - k) / 18)
  }
}
