import { crc32, deflateSync } from 'node:zlib'
import { be32, file, type HostileFile, type Material, noise } from './hostile-file.ts'
import { id3, id3Frame } from './lying-streams.ts'

/** A PNG that claims any size, with next to nothing behind it. */
function png(width: number, height: number, rows: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    return Buffer.concat([Buffer.from(be32(data.length)), body, Buffer.from(be32(crc32(body)))])
  }
  const head = Buffer.from([...be32(width), ...be32(height), 8, 0, 0, 0, 0])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG's header that claims 65,500 × 65,500. */
const jpeg = Buffer.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xff, 0xdc, 0xff, 0xdc, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9,
])

const cover = (type: string, picture: Buffer): Buffer =>
  id3Frame('APIC', Buffer.concat([Buffer.from(`\0${type}\0\x03\0`, 'latin1'), picture]))
const chapter = (index: number): Buffer =>
  id3Frame(
    'CHAP',
    Buffer.concat([Buffer.from(`c${index}\0`), Buffer.from(be32(index)), Buffer.from(be32(index + 1)), Buffer.alloc(8, 255)]),
  )

/** Little that becomes much: pictures of a billion pixels, chapters without end. */
export function bombs({ mp3, flac }: Material): HostileFile[] {
  const sound = mp3.subarray(10 + (((mp3[8] as number) << 7) | (mp3[9] as number)))
  const large = png(60_000, 60_000, Buffer.alloc(1_000))
  const real = png(20_000, 20_000, Buffer.alloc(20_001 * 20_000))
  const block = Buffer.concat([
    ...[be32(3), be32(9)].map((bytes) => Buffer.from(bytes)),
    ...[Buffer.from('image/png'), Buffer.from(be32(0)), Buffer.alloc(16), Buffer.from(be32(large.length)), large],
  ])
  const flacPicture = Buffer.concat([Buffer.from([6, 0, block.length >> 8, block.length & 255]), block])
  return [
    file('cover-of-3.6-billion-pixels.mp3', id3(cover('image/png', large)), sound),
    file('cover-of-400-million-real-pixels.mp3', id3(cover('image/png', real)), sound),
    file('cover-jpeg-65500.mp3', id3(cover('image/jpeg', jpeg)), sound),
    file('cover-bomb.flac', flac.subarray(0, 42), flacPicture, flac.subarray(42)),
    file('twenty-thousand-chapters.mp3', id3(Buffer.concat(Array.from({ length: 20_000 }, (_, at) => chapter(at)))), sound),
    file('tag-of-39-mb.mp3', id3(id3Frame('TIT2', noise(39_000_000))).subarray(0, 30_000_000)),
  ]
}
