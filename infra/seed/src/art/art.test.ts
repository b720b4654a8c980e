import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { demoTenants } from '../content/index.ts'
import type { Picture } from './core/index.ts'
import { type Drawing, drawPixels, render } from './drawing.ts'

const today = new Date('2026-05-14T09:00:00Z')
const small = { width: 350, height: 350 }
type Pixels = Exclude<Drawing, { kind: 'mark' }>
const covers = Object.values(demoTenants).flatMap((make) =>
  make(today)
    .pictures.filter(({ key }) => key.startsWith('mix-'))
    .map(({ key, drawing }) => ({ key, drawing: { ...drawing, size: small } as Pixels })),
)

const hash = (picture: Picture) => createHash('sha256').update(picture.data).digest('hex')

/** Difference hash: whether each sample is lighter than its neighbour, in both directions, on an 8 by 8 grid. */
async function differenceHash(picture: Picture): Promise<boolean[]> {
  const side = 9
  const grey = await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } })
    .greyscale()
    .resize(side, side, { fit: 'fill' })
    .raw()
    .toBuffer()
  const bits: boolean[] = []
  for (let y = 0; y < side - 1; y++)
    for (let x = 0; x < side - 1; x++) {
      const here = grey[y * side + x] as number
      bits.push(here > (grey[y * side + x + 1] as number), here > (grey[(y + 1) * side + x] as number))
    }
  return bits
}

describe('the pictures', () => {
  it('are the same whenever they are drawn', async () => {
    for (const kind of ['sheet', 'night', 'poster']) {
      const drawing = covers.find((cover) => cover.drawing.kind === kind)?.drawing as Pixels
      expect(hash(await drawPixels(drawing)), kind).toBe(hash(await drawPixels(drawing)))
    }
  })

  it('change with their seed', async () => {
    const drawing = covers.find((cover) => cover.drawing.kind === 'night')?.drawing as Extract<Drawing, { kind: 'night' }>
    const other: Drawing = { ...drawing, spec: { ...drawing.spec, seed: 'another' } }
    expect(hash(await drawPixels(drawing))).not.toBe(hash(await drawPixels(other as Pixels)))
  })

  it('have no two covers that look alike', { timeout: 120_000 }, async () => {
    const hashes: { key: string; bits: boolean[] }[] = []
    for (const { key, drawing } of covers) hashes.push({ key, bits: await differenceHash(await drawPixels(drawing)) })
    expect(hashes).toHaveLength(42)
    let nearest = { distance: Number.POSITIVE_INFINITY, pair: '' }
    for (const [i, one] of hashes.entries())
      for (const other of hashes.slice(i + 1)) {
        const distance = one.bits.filter((bit, k) => bit !== other.bits[k]).length
        if (distance < nearest.distance) nearest = { distance, pair: `${one.key} and ${other.key}` }
      }
    // Of 128 bits; two crops of the same picture differ in fewer than ten.
    expect(nearest.distance, nearest.pair).toBeGreaterThan(20)
  })

  it('come encoded, with size and tone', async () => {
    for (const kind of ['sheet', 'night'] as const) {
      const drawing = covers.find((cover) => cover.drawing.kind === kind)?.drawing as Pixels
      const drawn = await render(drawing)
      const { width, height, format } = await sharp(drawn.bytes).metadata()
      expect({ width, height, type: `image/${format}` }).toEqual({ ...small, type: drawn.contentType })
      expect(drawn.tone).toMatch(/^#[0-9a-f]{6}$/)
    }
  })

  it('have marks on nothing, for any ground', async () => {
    for (const make of Object.values(demoTenants)) {
      const mark = make(today).pictures.find(({ key }) => key === 'logo')
      const drawn = await render(mark?.drawing as Drawing)
      const corner = await sharp(drawn.bytes).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer()
      expect(corner[3]).toBe(0)
      expect((await sharp(drawn.bytes).stats()).isOpaque).toBe(false)
    }
  })
})
