import { be32, cut, file, type HostileFile, le32, type Material, noise, patched } from './hostile-file.ts'

const synchsafe = (value: number): number[] => [(value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127]
export const id3 = (frames: Buffer, claimed = frames.length): Buffer =>
  Buffer.from([...Buffer.from('ID3\x03\x00\x00', 'latin1'), ...synchsafe(claimed), ...frames])
export const id3Frame = (name: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(name), Buffer.from(be32(body.length)), Buffer.alloc(2), body])

/** MP3 and bare AAC: tags that fill memory, frames that are not there. */
export function lyingFrames({ mp3, adts }: Material): HostileFile[] {
  const soundAt = 10 + (((mp3[8] as number) << 7) | (mp3[9] as number))
  const sound = mp3.subarray(soundAt)
  const xing = sound.indexOf('Info') >= 0 ? sound.indexOf('Info') : sound.indexOf('Xing')
  const tag = id3(Buffer.alloc(20))
  const aacFrame = adts.subarray(0, 7)
  return [
    file('tag-alone.mp3', tag),
    file('tag-of-256-mb.mp3', id3(Buffer.alloc(100), 268_435_455), sound),
    file('tag-of-200-mb-there.mp3', id3(noise(100), 200_000_000), sound),
    file('tag-cut-off.mp3', id3(Buffer.alloc(10_000)).subarray(0, 400)),
    file('tags-in-a-row.mp3', ...Array.from({ length: 300 }, () => tag), sound),
    file('cut-off.mp3', cut(mp3, 0.5)),
    file('cut-off-late.mp3', cut(mp3, 0.9)),
    file('promises-a-billion-frames.mp3', sound.subarray(0, xing + 8), [0x3b, 0x9a, 0xca, 0], sound.subarray(xing + 12)),
    file('one-frame.mp3', sound.subarray(0, 200)),
    file('frames-of-zeroes.mp3', [0xff, 0xfb, 0x90, 0x00], Buffer.alloc(300_000)),
    file('mostly-noise.mp3', sound.subarray(0, 2_000), noise(2_000_000)),
    file('reserved-layer.mp3', Buffer.concat(Array.from({ length: 2_000 }, () => Buffer.from([0xff, 0xf9, 0x90, 0x00])))),
    file('free-format.mp3', Buffer.concat(Array.from({ length: 2_000 }, () => Buffer.from([0xff, 0xfb, 0x00, 0x00])))),
    file('cut-off.aac', cut(adts, 0.5)),
    file('cut-in-the-first-frame.aac', adts.subarray(0, 40)),
    file('frames-of-no-length.aac', Buffer.concat(Array.from({ length: 5_000 }, () => patched(aacFrame, 3, 0x80, 0, 0x1f)))),
    file(
      'rate-7350.aac',
      Buffer.concat(Array.from({ length: 500 }, () => Buffer.concat([Buffer.from([0xff, 0xf1, 0x70, 0x80, 0x04, 0x1f, 0xfc]), noise(25)]))),
    ),
    file(
      'noise-in-frames.aac',
      Buffer.concat(
        Array.from({ length: 500 }, (_, at) =>
          Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x19, 0x1f, 0xfc]), noise(193 + at).subarray(at)]),
        ),
      ),
    ),
  ]
}

/** Ogg: chains, several streams, positions that run wild. Checksums are left wrong where a page is twisted: so would an attacker not care. */
export function lyingOgg({ ogg, opus, theora }: Material): HostileFile[] {
  const second = ogg.indexOf('OggS', 4)
  const first = ogg.subarray(0, second)
  const lastPage = ogg.lastIndexOf('OggS')
  const head = opus.indexOf('OpusHead')
  const ident = ogg.indexOf('\x01vorbis', 0, 'latin1')
  return [
    file('first-page-alone.ogg', first),
    file('page-head-alone.ogg', ogg.subarray(0, 20)),
    file('cut-off.ogg', cut(ogg, 0.6)),
    file('cut-off.opus', cut(opus, 0.6)),
    file('chain-of-three.ogg', ogg, ogg, ogg),
    file('chain-of-two-kinds.ogg', ogg, opus),
    file('beginnings-without-end.ogg', ...Array.from({ length: 20_000 }, () => first)),
    file('two-at-once.ogg', first, theora.subarray(0, theora.indexOf('OggS', 4)), ogg.subarray(second)),
    file('another-serial.ogg', patched(ogg, second + 14, 1, 2, 3, 4)),
    file('no-beginning.ogg', ogg.subarray(second)),
    file('noise-between-pages.ogg', ogg.subarray(0, lastPage), noise(5_000), ogg.subarray(lastPage)),
    file('position-2-to-62.ogg', patched(ogg, lastPage + 6, 0, 0, 0, 0, 0, 0, 0, 0x40)),
    file('position-of-a-year.ogg', patched(ogg, lastPage + 6, ...le32(0), 0x90, 1, 0, 0)),
    file('time-runs-backwards.ogg', patched(ogg, lastPage + 6, 1, 0, 0, 0, 0, 0, 0, 0)),
    file('no-channels.opus', patched(opus, head + 9, 0)),
    file('255-channels.opus', patched(opus, head + 9, 255)),
    file('no-channels.ogg', patched(ogg, ident + 11, 0)),
    file('rate-0.ogg', patched(ogg, ident + 12, 0, 0, 0, 0)),
    file('rate-4-billion.ogg', patched(ogg, ident + 12, 255, 255, 255, 255)),
    file('speex.ogg', patched(first, first.length - 30, ...Buffer.from('Speex   ')), ogg.subarray(second)),
    file('only-headers.ogg', ogg.subarray(0, ogg.indexOf('OggS', second + 4))),
  ]
}
