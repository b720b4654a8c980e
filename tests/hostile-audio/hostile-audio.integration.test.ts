import { expect, it } from 'vitest'
import { memoryLimit, probeHostileAudio } from './probe-hostile-audio.ts'

it('refuses every hostile file in words, calls nobody for it, and takes little memory', { timeout: 300_000 }, async () => {
  const said: string[] = []
  const tally = await probeHostileAudio((line) => said.push(line))
  expect(said).toEqual([])
  expect(tally).toMatchObject({ failed: 0, connections: 0 })
  expect(tally.tried).toBeGreaterThanOrEqual(200)
  expect(tally.mostToolBytes).toBeLessThan(memoryLimit)
})
