import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoTenants } from '../../content/index.ts'
import { rate } from '../dsp/sound.ts'
import { fingerprint, type Heard, hear, novelty, truePeak } from '../testing/hearing.ts'
import type { MixPlan } from './plan-mix.ts'
import { renderMix } from './render-mix.ts'
import { shortened } from './shorten.ts'

const today = new Date('2026-05-14T09:00:00Z')
const tenants = Object.entries(demoTenants).map(([slug, make]) => ({ slug, mixes: make(today).mixes }))
const wav = (plan: MixPlan): Buffer => Buffer.concat([...renderMix(plan)])
const barOf = ({ bpm }: MixPlan): number => (rate * 240) / bpm

describe.each(tenants)('a mix of $slug', { timeout: 120_000 }, ({ mixes }) => {
  const mix = mixes.find(({ publication }) => publication === 'published') ?? mixes[0]
  const plan = mix?.audio as MixPlan
  let file: Buffer
  let heard: Heard

  beforeAll(() => {
    file = wav(plan)
    heard = hear(file)
  }, 300_000)

  it('is as long as its record says, to the sample', () => {
    expect(file.readUInt32LE(40)).toBe(plan.samples * 4)
    expect(file.length).toBe(44 + plan.samples * 4)
    expect(plan.samples / (rate / 1000)).toBe(mix?.durationMs)
  })

  it('never clips, stands on no direct current, and is loud enough', () => {
    for (const side of [heard.left, heard.right]) {
      let [peak, sum, power] = [0, 0, 0]
      for (const sample of side) {
        peak = Math.max(peak, Math.abs(sample))
        sum += sample
        power += sample * sample
      }
      expect(20 * Math.log10(peak)).toBeLessThan(-1.5)
      expect(Math.abs(sum / side.length)).toBeLessThan(0.001)
      const rms = 10 * Math.log10(power / side.length)
      expect(rms).toBeGreaterThan(-18)
      expect(rms).toBeLessThan(-8)
    }
  })

  it('is not silent for a second anywhere', () => {
    for (let from = 0; from + rate <= heard.left.length; from += rate / 4) {
      let power = 0
      for (let i = from; i < from + rate; i++) power += (heard.left[i] as number) ** 2 + (heard.right[i] as number) ** 2
      expect(10 * Math.log10(power / rate / 2 + 1e-12), `second ${from / rate}`).toBeGreaterThan(-60)
    }
  })

  it('leaves a converter the room that it needs: its true peak is below -1 dB', () => {
    for (const side of [heard.left, heard.right]) expect(20 * Math.log10(truePeak(side))).toBeLessThan(-1)
  })

  it('survives being heard on one loudspeaker', () => {
    let [both, mid] = [0, 0]
    for (let i = 0; i < heard.left.length; i++) {
      const [l, r] = [heard.left[i] as number, heard.right[i] as number]
      both += (l * l + r * r) / 2
      mid += ((l + r) / 2) ** 2
    }
    expect(10 * Math.log10(mid / both)).toBeGreaterThan(-3)
  })

  it('changes where its tracklist says so', () => {
    const changes = novelty(heard, plan.bpm)
    const usual = [...changes.slice(1)].sort((a, b) => a - b)[Math.floor(changes.length / 2)] as number
    for (const { mark } of plan.tracks.slice(1)) {
      const place = Math.round(mark / barOf(plan) / 4)
      expect(changes[place], `at ${mark / rate} s`).toBeGreaterThan(usual)
    }
    expect(mix?.tracks.map(({ startMs }) => startMs)).toEqual(plan.tracks.map(({ mark }) => Math.round(mark / (rate / 1000))))
  })
})

describe('all mixes', () => {
  const start = (plan: MixPlan) => wav(shortened(plan, 12))

  it('sound the same whenever they are played', { timeout: 120_000 }, () => {
    const plan = tenants[0]?.mixes[3]?.audio as MixPlan
    const hash = () => createHash('sha256').update(start(plan)).digest('hex')
    expect(hash()).toBe(hash())
  })

  it('sound like no other', { timeout: 600_000 }, () => {
    const prints = tenants.flatMap(({ mixes }) => mixes.map((mix) => ({ title: mix.title, bits: fingerprint(hear(start(mix.audio))) })))
    expect(prints).toHaveLength(42)
    let nearest = { share: 1, pair: '' }
    for (const [i, one] of prints.entries())
      for (const other of prints.slice(i + 1)) {
        const share = one.bits.filter((bit, k) => bit !== other.bits[k]).length / one.bits.length
        if (share < nearest.share) nearest = { share, pair: `${one.title} and ${other.title}` }
      }
    // Half of the bits differ between recordings that have nothing to do with each other; of one in two encodings, a tenth to a quarter.
    expect(nearest.share, nearest.pair).toBeGreaterThan(0.3)
  })
})
