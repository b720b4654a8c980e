import { defaultBrand, presetNames } from '@residency/brand'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { drawCard, drawIcon, initialsOf } from './index.ts'
import { fitText } from './type/fit-text.ts'
import { openType } from './type/typeface.ts'

// Pictures are work for a processor, which other tests may be using.
vi.setConfig({ testTimeout: 30_000 })

const tenant = '0198c000-0000-7000-8000-00000000000a'
const archivo = () => openType({ family: 'archivo', axes: { wght: 900, wdth: 125 } })
const box = { width: 600, height: 360, maxSize: 132, minSize: 40, leading: 0.94, maxLines: 6 }

describe('fitting a title', () => {
  it.each([
    'Go',
    'Sunrise over Peckham',
    'A ninety character title that goes on: live from the basement of the old printing works, pt. 2',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'x '.repeat(400),
    '',
  ])('keeps %j within its box', async (title) => {
    const fitted = fitText(await archivo(), title, box)
    expect(fitted.height).toBeLessThanOrEqual(box.height + 1)
    for (const line of fitted.lines) expect(line.width).toBeLessThanOrEqual(box.width + 1)
  })
  it('gives a short title more size than a long one', async () => {
    const [short, long] = [fitText(await archivo(), 'Go', box), fitText(await archivo(), 'Sunrise over Peckham and the river beyond', box)]
    expect(short.size).toBeGreaterThan(long.size * 1.5)
  })
  it('sets accents beyond Latin-1, and leaves out what the family has no letters for', async () => {
    const face = await archivo()
    expect(face.settable('Łódź — Ștefan 🎧 朝')).toBe('Łódź — Ștefan')
    expect(face.line('Łódź', 40).d.length).toBeGreaterThan(100)
  })
  it('obeys the axes', async () => {
    const narrow = await openType({ family: 'archivo', axes: { wght: 900, wdth: 62 } })
    expect((await archivo()).measure('Residents')).toBeGreaterThan(narrow.measure('Residents') * 1.5)
  })
})

describe.each(presetNames)('a card in the manner of %s', (preset) => {
  const brand = { ...defaultBrand(preset), name: 'DJ Danny Hectic B' }
  const shades = async (bytes: Buffer) => (await sharp(bytes).stats()).channels.map(({ stdev }) => stdev)

  it('is 1200 × 630, weighs little, and shows something', async () => {
    const artwork = {
      bytes: await sharp({ create: { width: 600, height: 400, channels: 3, background: '#336699' } })
        .jpeg()
        .toBuffer(),
    }
    const card = await drawCard(tenant, brand, { title: 'Sunrise over Peckham', facts: ['Jungle', '1:12:04'], number: 12, artwork })
    expect(await sharp(card.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(card.bytes.length).toBeLessThan(400_000)
    expect(Math.max(...(await shades(card.bytes)))).toBeGreaterThan(10)
  })
  it('is drawn without a picture, with a broken one, and in letters it does not have', async () => {
    const bare = await drawCard(tenant, brand, { title: 'One', facts: [] })
    const broken = await drawCard(tenant, brand, { title: 'One', facts: [], artwork: { bytes: Buffer.from('no picture') } })
    expect(broken.bytes.equals(bare.bytes)).toBe(true)
    await expect(drawCard(tenant, { ...brand, name: '朝' }, { title: '<script>&"\' 夜', facts: ['🎧'] })).resolves.toBeDefined()
  })
  it('differs from title to title even without pictures', async () => {
    const [one, two] = await Promise.all(['One', 'Two'].map((title) => drawCard(tenant, brand, { title, facts: [] })))
    expect(one?.bytes.equals(two?.bytes ?? Buffer.alloc(0))).toBe(false)
  })
})

describe('icons', () => {
  it.each([
    ['DJ Danny Hectic B', 'DH'],
    ['Hathor', 'H'],
    ['Music Connect', 'MC'],
    ['The DJ', 'TD'],
    ['ñandú', 'Ñ'],
    ['808 State', '8S'],
    ['—', ''],
  ])('%s → %s', (name, letters) => expect(initialsOf(name)).toBe(letters))

  it.each(['any', 'maskable', 'apple'] as const)('are square and of the asked size (%s)', async (purpose) => {
    const logo = await sharp({ create: { width: 300, height: 100, channels: 4, background: '#ff0000ff' } })
      .png()
      .toBuffer()
    for (const given of [null, logo, Buffer.from('broken')]) {
      const icon = await drawIcon(tenant, defaultBrand('cassette', '—'), { size: 192, purpose, logo: given })
      expect(await sharp(icon.bytes).metadata()).toMatchObject({ format: 'png', width: 192, height: 192 })
    }
  })
  it('keep the logo within what a launcher leaves', async () => {
    const logo = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer()
    const icon = await drawIcon(tenant, defaultBrand('warehouse', 'X'), { size: 100, purpose: 'maskable', logo })
    const { data } = await sharp(icon.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const red = (x: number, y: number) => (data[(y * 100 + x) * 3] ?? 0) > 200
    expect([red(50, 50), red(15, 15), red(85, 50)]).toEqual([true, false, false])
  })
})
