import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { cropAround, ImageError, type ImageProblem, probeImage, renderImage, sniffImage } from './index.ts'
import { inTurn } from './turns.ts'

vi.setConfig({ testTimeout: 30_000 })

const tenant = '0198c000-0000-7000-8000-00000000000a'

const plain = (width: number, height: number, background = '#c86432') => sharp({ create: { width, height, channels: 3, background } })

/** A PNG whose header claims any size, with next to nothing behind it. */
function pngOf(width: number, height: number, rows: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const problemOf = (work: Promise<unknown>): Promise<ImageProblem | 'none'> =>
  work.then(
    () => 'none' as const,
    (error: unknown) => {
      if (error instanceof ImageError) return error.problem
      throw error
    },
  )

describe('probing', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('knows a %s by its bytes', async (format) => {
    const facts = await probeImage(tenant, await plain(60, 40).toFormat(format).toBuffer())
    expect(facts).toMatchObject({ format, width: 60, height: 40 })
    expect(facts.contentType).toBe(`image/${format}`)
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(facts.tone.slice(at, at + 2), 16))
    expect([Math.abs(red - 200) < 6, Math.abs(green - 100) < 6, Math.abs(blue - 50) < 6]).toEqual([true, true, true])
  })

  it('sees a picture as it is turned', async () => {
    const turned = await plain(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await probeImage(tenant, turned)).toMatchObject({ width: 40, height: 60 })
  })

  it.each<[string, () => Buffer | Promise<Buffer>, ImageProblem]>([
    ['nothing', () => Buffer.alloc(0), 'unsupported'],
    ['a page that calls itself a picture', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'unsupported'],
    ['an SVG', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'svg'],
    ['an SVG in UTF-16', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le'), 'svg'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'unsupported'],
    ['a TIFF', () => plain(9, 9).tiff().toBuffer(), 'unsupported'],
    [
      'a script of ImageMagick',
      () => Buffer.from('push graphic-context\nviewbox 0 0 1 1\nimage over 0,0 0,0 "https://a.example/"'),
      'unsupported',
    ],
    ['a JPEG cut off', async () => (await plain(400, 400).jpeg().toBuffer()).subarray(0, 900), 'broken'],
    ['a JPEG of three bytes', () => Buffer.from([0xff, 0xd8, 0xff]), 'broken'],
    ['a PNG that claims 60,000 × 60,000', () => pngOf(60_000, 60_000, Buffer.alloc(100)), 'too_many_pixels'],
    ['a PNG of 64 million real pixels in 60 kB', () => pngOf(8_000, 8_000, Buffer.alloc(8_001 * 8_000)), 'too_many_pixels'],
    ['a PNG without its rows', () => pngOf(200, 200, Buffer.alloc(10)), 'broken'],
    ['26 MB', () => Buffer.alloc(26 * 1024 * 1024), 'too_many_bytes'],
  ])('refuses %s', async (_, make, problem) => expect(await problemOf(probeImage(tenant, await make()))).toBe(problem))

  it('survives noise behind every beginning', async () => {
    const heads = await Promise.all(
      (['jpeg', 'png', 'webp', 'avif', 'gif'] as const).map((format) => plain(8, 8).toFormat(format).toBuffer()),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads),
        fc.integer({ min: 4, max: 200 }),
        fc.uint8Array({ maxLength: 300 }),
        async (head, keep, noise) => {
          await problemOf(probeImage(tenant, Buffer.concat([head.subarray(0, keep), noise])))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('knows no kind by its name', () => expect(sniffImage(Buffer.from('picture.png'))).toBeNull())
})

describe('rendering', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('gives the asked width in %s', async (format) => {
    const rendered = await renderImage(tenant, await plain(1_200, 800).png().toBuffer(), { width: 300, format })
    expect(rendered).toMatchObject({ width: 300, height: 200, contentType: `image/${format}` })
    expect(sniffImage(rendered.bytes)).toBe(format)
  })

  it('never enlarges', async () => {
    expect(await renderImage(tenant, await plain(100, 50).png().toBuffer(), { width: 900, format: 'webp' })).toMatchObject({
      width: 100,
      height: 50,
    })
  })

  it('turns upright and leaves neither place nor camera', async () => {
    const photo = await plain(60, 40)
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const rendered = await renderImage(tenant, photo, { width: 40, format: 'jpeg' })
    expect(rendered).toMatchObject({ width: 40, height: 60 })
    expect((await sharp(rendered.bytes).metadata()).exif).toBeUndefined()
  })

  it('carries nothing hidden behind the picture along', async () => {
    const polyglot = Buffer.concat([await plain(9, 9).gif().toBuffer(), Buffer.from('<script>alert(1)</script>')])
    const rendered = await renderImage(tenant, polyglot, { width: 9, format: 'png' })
    expect(rendered.bytes.includes('script')).toBe(false)
  })

  it('crops around the focal point', async () => {
    const mark = await plain(40, 40, '#00ff00').png().toBuffer()
    const wide = await plain(1_000, 200, '#000000')
      .composite([{ input: mark, left: 940, top: 80 }])
      .png()
      .toBuffer()
    const rendered = await renderImage(tenant, wide, { width: 100, height: 100, focal: { x: 0.96, y: 0.5 }, format: 'png' })
    const { data, info } = await sharp(rendered.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([100, 100])
    expect(data[(50 * 100 + 80) * info.channels + 1]).toBeGreaterThan(200)
  })

  it('crops within the picture, whatever is asked', () => {
    const size = fc.integer({ min: 1, max: 9_000 })
    fc.assert(
      fc.property(size, size, size, size, fc.float({ min: -1, max: 2, noNaN: true }), (width, height, w, h, at) => {
        const crop = cropAround({ width, height }, { width: w, height: h }, { x: at, y: at })
        return (
          crop.left >= 0 &&
          crop.top >= 0 &&
          crop.width >= 1 &&
          crop.height >= 1 &&
          crop.left + crop.width <= width &&
          crop.top + crop.height <= height
        )
      }),
    )
  })
})

it('lets tenants take turns, two pictures at a time', async () => {
  const order: string[] = []
  let active = 0
  let most = 0
  const work = (name: string) => async () => {
    active += 1
    most = Math.max(most, active)
    order.push(name)
    await new Promise((resolve) => setImmediate(resolve))
    active -= 1
    if (name === 'a3') throw new Error('one fails')
  }
  const all = Array.from({ length: 20 }, (_, index) => inTurn('a', work(`a${index}`)))
  all.push(inTurn('b', work('b')))
  await Promise.allSettled(all)
  expect(most).toBe(2)
  expect(order.indexOf('b')).toBeLessThan(5)
  expect(order).toHaveLength(21)
})
