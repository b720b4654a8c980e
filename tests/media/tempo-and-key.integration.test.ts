import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits } from '@residency/config'
import { type Measurements, measureAudio, probeAudio } from '@residency/integrations/media'
import { type Loop, loops } from '@residency/seed/loops'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const within = (bpm: number, truth: number): boolean => Math.abs(bpm - truth) <= truth / 100

/** Right, or counted at half or double the pace with the truth named among the other ways of counting. */
function tempoFound({ tempo }: Measurements, { bpm }: Loop): boolean {
  if (tempo.bpm === null) return false
  if (within(tempo.bpm, bpm)) return true
  const relation = within(tempo.bpm * 2, bpm) ? 'double' : within(tempo.bpm / 2, bpm) ? 'half' : null
  return relation !== null && tempo.alternatives.some((other) => other.relation === relation && within(other.bpm, bpm))
}

/** Right, or the key of the other mode that has the same notes. */
function keyFound({ key }: Measurements, { tonic, mode }: Loop): boolean {
  if (!key) return false
  if (key.mode === mode) return key.tonic === tonic
  return mode === 'minor' ? key.tonic === (tonic + 3) % 12 : key.tonic === (tonic + 9) % 12
}

describe('tempo and key of music whose truth is known', () => {
  const found: { loop: Loop; heard: Measurements }[] = []
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loops-'))
    for (const loop of loops()) {
      const file = join(folder, `${loop.name}.wav`)
      await writeFile(file, loop.render())
      const facts = await probeAudio(file, { mostBytes: limits.uploadAudioBytes, mostDurationMs: 60_000 })
      found.push({ loop, heard: await measureAudio(file, facts) })
      await rm(file)
    }
  }, 900_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const missed = (isFound: (heard: Measurements, loop: Loop) => boolean, say: (heard: Measurements, loop: Loop) => string): string[] =>
    found.filter(({ loop, heard }) => !isFound(heard, loop)).map(({ loop, heard }) => `${loop.name}: ${say(heard, loop)}`)

  it('is measured on enough of it, slow and fast, in several styles', () => {
    expect(found.length).toBeGreaterThanOrEqual(48)
    expect(new Set(found.map(({ loop }) => loop.style)).size).toBeGreaterThanOrEqual(7)
    const tempi = found.map(({ loop }) => loop.bpm)
    expect(Math.min(...tempi)).toBe(70)
    expect(Math.max(...tempi)).toBe(178)
  })

  it('finds the tempo within one in a hundred in 95 % of it, or its half or double and says so', () => {
    const wrong = missed(
      tempoFound,
      ({ tempo }, { bpm }) => `${bpm} heard as ${tempo.bpm} (${tempo.alternatives.map((other) => other.bpm).join(', ')})`,
    )
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(found.length * 0.05)
  })

  it('finds the key or its relative in 80 % of it', () => {
    const wrong = missed(keyFound, ({ key }, { tonic, mode }) => `${tonic} ${mode} heard as ${key ? `${key.tonic} ${key.mode}` : 'none'}`)
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(found.length * 0.2)
  })
})
