import { be32, cut, file, type HostileFile, le16, le32, type Material, noise, patched } from './hostile-file.ts'

interface Shape {
  tag?: number
  channels?: number
  rate?: number
  align?: number
  bits?: number
}

const shape = ({ tag = 1, channels = 2, rate = 44_100, align = 4, bits = 16 }: Shape): number[] => [
  ...[...Buffer.from('fmt '), ...le32(16), ...le16(tag), ...le16(channels), ...le32(rate)],
  ...[...le32(rate * align), ...le16(align), ...le16(bits)],
]
const riff = [...Buffer.from('RIFF'), ...le32(40_036), ...Buffer.from('WAVE')]
const samples = [...Buffer.from('data'), ...le32(40_000), ...noise(40_000)]
const wavOf = (name: string, of: Shape): HostileFile => file(name, riff, shape(of), samples)

/** Headers that claim what is not so: lengths, rates, channels, chunks without end. */
export function lyingWav({ wav }: Material): HostileFile[] {
  const dataAt = wav.indexOf('data')
  const chunk = [...Buffer.from('junk'), ...le32(0)]
  return [
    file('riff-alone.wav', riff),
    file('header-alone.wav', wav.subarray(0, dataAt)),
    file('no-samples.wav', wav.subarray(0, dataAt + 4), le32(0)),
    file('cut-off.wav', cut(wav, 0.6)),
    file('cut-off-by-one-frame.wav', wav.subarray(0, wav.length - 4)),
    file('claims-4-gb.wav', patched(wav, dataAt + 4, 0xf0, 0xff, 0xff, 0xff)),
    file('claims-twice.wav', patched(wav, dataAt + 4, ...le32((wav.length - dataAt - 8) * 2))),
    wavOf('rate-0.wav', { rate: 0 }),
    wavOf('rate-1.wav', { rate: 1 }),
    wavOf('rate-4-billion.wav', { rate: 0xffff_ffff }),
    wavOf('no-channels.wav', { channels: 0, align: 0 }),
    wavOf('a-thousand-channels.wav', { channels: 1_000, align: 2_000 }),
    wavOf('65535-channels.wav', { channels: 65_535, align: 65_534 }),
    wavOf('align-0.wav', { align: 0 }),
    wavOf('align-65535.wav', { align: 65_535 }),
    wavOf('bits-0.wav', { bits: 0 }),
    wavOf('bits-1.wav', { bits: 1 }),
    wavOf('bits-65535.wav', { bits: 65_535 }),
    wavOf('mp3-inside.wav', { tag: 0x55 }),
    wavOf('adpcm.wav', { tag: 2, bits: 4, align: 1_024 }),
    wavOf('unknown-tag.wav', { tag: 0xfffe }),
    file('short-format.wav', riff, 'fmt ', le32(4), le32(1), samples),
    file('no-format.wav', riff, samples),
    file('format-behind.wav', riff, samples, shape({})),
    file('list-without-end.wav', riff, shape({}), 'LIST', le32(0xffff_fff0), samples),
    file('chunks-without-end.wav', riff, shape({}), Buffer.concat(Array.from({ length: 6_000 }, () => Buffer.from(chunk))), samples),
    file(
      'rf64.wav',
      'RF64',
      le32(0xffff_ffff),
      'WAVEds64',
      le32(28),
      Buffer.alloc(28, 0x7f),
      shape({}),
      'data',
      le32(0xffff_ffff),
      noise(400),
    ),
    file('big-endian.wav', 'RIFX', be32(40_036), 'WAVE', samples),
    {
      name: 'thirteen-hours.wav',
      bytes: {
        head: Buffer.from([
          ...riff,
          ...shape({ channels: 1, rate: 8_000, align: 1, bits: 8 }),
          ...Buffer.from('data'),
          ...le32(8_000 * 3_600 * 13),
        ]),
        size: 8_000 * 3_600 * 13 + 44,
      },
    },
    { name: 'five-gb.wav', bytes: { head: wav.subarray(0, dataAt + 8), size: 5_000_000_000 } },
  ]
}

export function lyingAiff({ aiff }: Material): HostileFile[] {
  const common = aiff.indexOf('COMM') + 8
  const compressed = (kind: string) =>
    file(
      `kind-${kind}.aiff`,
      'FORM',
      be32(100),
      'AIFCCOMM',
      be32(24),
      aiff.subarray(common, common + 18),
      kind,
      [0, 0],
      'SSND',
      be32(48),
      noise(48),
    )
  return [
    file('cut-off.aiff', cut(aiff, 0.5)),
    file('header-alone.aiff', aiff.subarray(0, common + 18)),
    file('form-alone.aiff', 'FORM', be32(4), 'AIFF'),
    file('a-thousand-channels.aiff', patched(aiff, common, 3, 232)),
    file('rate-without-end.aiff', patched(aiff, common + 8, 0x7f, 0xfe, 0xff)),
    file('rate-0.aiff', patched(aiff, common + 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    file('frames-4-billion.aiff', patched(aiff, common + 2, 255, 255, 255, 255)),
    file('no-frames.aiff', patched(aiff, common + 2, 0, 0, 0, 0)),
    compressed('QDM2'),
    compressed('ima4'),
  ]
}

export function lyingFlac({ flac }: Material): HostileFile[] {
  const soundAt = flac.indexOf(Buffer.from([0xff, 0xf8]), 42)
  return [
    file('mark-alone.flac', 'fLaC'),
    file('header-alone.flac', flac.subarray(0, 42)),
    file('cut-off.flac', cut(flac, 0.6)),
    file('cut-in-its-tags.flac', flac.subarray(0, 60)),
    file('claims-2-to-36.flac', patched(flac, 21, ((flac[21] as number) & 0xf0) | 0x0f, 0xff, 0xff, 0xff, 0xff)),
    file('rate-0.flac', patched(flac, 18, 0, 0, (flac[20] as number) & 0x0f)),
    file('no-stream-info.flac', 'fLaC', [0x84, 0, 0, 4], noise(4), flac.subarray(soundAt)),
    file('picture-of-16-mb.flac', flac.subarray(0, 42), [0x06, 0xff, 0xff, 0xff], noise(1_000)),
    file(
      'tags-without-end.flac',
      patched(flac.subarray(0, 42), 4, 0),
      Buffer.concat(Array.from({ length: 2_000 }, () => Buffer.from([1, 0, 0, 0]))),
      flac.subarray(soundAt),
    ),
    file('noise-behind-header.flac', flac.subarray(0, soundAt), noise(50_000)),
  ]
}
