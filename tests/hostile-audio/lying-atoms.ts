import { be32, cut, file, type HostileFile, type Material, noise, patched } from './hostile-file.ts'

const atom = (type: string, ...body: Buffer[]): Buffer => {
  const inside = Buffer.concat(body)
  return Buffer.concat([Buffer.from(be32(inside.length + 8)), Buffer.from(type, 'latin1'), inside])
}

/** MP4: a tree whose branches contradict each other, tables that promise what is not there. */
export function lyingAtoms({ m4a, alac, film }: Material): HostileFile[] {
  const at = (type: string, from = 0): number => m4a.indexOf(type, from, 'latin1')
  const [movie, entry, table, sizes] = [at('moov'), at('mp4a', at('stsd')), at('stco'), at('stsz')]
  const brand = m4a.subarray(0, m4a.readUInt32BE(0))
  const movieSize = m4a.readUInt32BE(movie - 4)
  const moov = m4a.subarray(movie - 4, movie - 4 + movieSize)
  const without = Buffer.concat([m4a.subarray(0, movie - 4), m4a.subarray(movie - 4 + movieSize)])
  let nested = atom('trak', noise(8))
  for (let depth = 0; depth < 400; depth += 1) nested = atom('trak', nested)
  const track = moov.subarray(moov.indexOf('trak') - 4, moov.indexOf('trak') - 4 + moov.readUInt32BE(moov.indexOf('trak') - 4))
  const twice = atom('moov', moov.subarray(8), track)
  const alacEntry = alac.indexOf('alac', alac.indexOf('stsd'))
  return [
    file('brand-alone.m4a', brand),
    file('no-movie.m4a', without),
    file('no-sound-behind.m4a', brand, moov),
    file('cut-off.m4a', cut(m4a, 0.5)),
    file('cut-off-late.m4a', cut(m4a, 0.95)),
    file('cut-off-alac.m4a', cut(alac, 0.5)),
    file('atom-of-no-size.m4a', patched(m4a, at('trak') - 4, 0, 0, 0, 4)),
    file('atom-beyond-its-parent.m4a', patched(m4a, at('trak') - 4, 0x7f, 0xff, 0xff, 0xff)),
    file('atom-of-4-gb.m4a', patched(m4a, movie - 4, 0xff, 0xff, 0xff, 0xff)),
    file('atom-of-2-to-63.m4a', brand, be32(1), 'moov', [0x7f, 255, 255, 255, 255, 255, 255, 255], noise(400)),
    file('atoms-in-atoms.m4a', brand, atom('moov', nested), atom('mdat', noise(100))),
    file('atoms-without-end.m4a', brand, Buffer.concat(Array.from({ length: 250_000 }, () => atom('free')))),
    file(
      'tracks-without-end.m4a',
      brand,
      atom('moov', ...Array.from({ length: 60_000 }, () => atom('trak', atom('mdia')))),
      atom('mdat', noise(9)),
    ),
    file(
      'packed-movie.m4a',
      brand,
      atom('moov', atom('cmov', atom('dcom', Buffer.from('zlib')), atom('cmvd', noise(500)))),
      atom('mdat', noise(9)),
    ),
    file('many-descriptions.m4a', patched(m4a, at('stsd') + 8, 0, 0, 4, 0)),
    file('another-codec.m4a', patched(m4a, entry, ...Buffer.from('mp4v'))),
    file('encrypted.m4a', patched(m4a, entry, ...Buffer.from('enca'))),
    file('a-thousand-channels.m4a', patched(m4a, entry + 20, 3, 232)),
    file('rate-0.m4a', patched(m4a, entry + 28, 0, 0, 0, 0)),
    file('alac-of-65535-channels.m4a', patched(alac, alacEntry + 4 + 28 + 4 + 4 + 9, 255)),
    file('offsets-beyond-the-end.m4a', patched(m4a, table + 12, 0x7f, 0xff, 0xff, 0xff)),
    file('two-billion-offsets.m4a', patched(m4a, table + 8, 0x7f, 0xff, 0xff, 0xff)),
    file('two-billion-samples.m4a', patched(m4a, sizes + 12, 0x7f, 0xff, 0xff, 0xff)),
    file('references-without-end.m4a', patched(m4a, at('dref') + 8, 0xff, 0xff, 0xff, 0xff)),
    file('two-tracks-of-sound.m4a', brand, twice, m4a.subarray(brand.length)),
    file('a-year-long.m4a', patched(m4a, at('mdhd') + 20, 0x7f, 0xff, 0xff, 0xff)),
    file('no-clock.m4a', patched(m4a, at('mdhd') + 16, 0, 0, 0, 0)),
    file('noise-for-a-movie.m4a', brand, atom('moov', noise(5_000)), atom('mdat', noise(5_000))),
    file('film-with-a-sound-brand.m4a', brand, film.subarray(film.readUInt32BE(0))),
  ]
}
