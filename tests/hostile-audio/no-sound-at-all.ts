import { gzipSync } from 'node:zlib'
import { cut, file, type HostileFile, type Material, noise } from './hostile-file.ts'

/** Things that call themselves a recording, two things at once, and sound of kinds that are not taken. */
export function noSoundAtAll({ mp3, wav, m4a, silentFilm, film, theora, other }: Material): HostileFile[] {
  const magic: [string, string][] = [
    ['program.mp3', 'MZ\x90\x00\x03\x00\x00\x00'],
    ['elf.wav', '\x7fELF\x02\x01\x01\x00'],
    ['document.mp3', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n'],
    ['archive.flac', 'PK\x03\x04\x14\x00\x00\x00\x08\x00'],
    ['seven-zip.mp3', "7z\xbc\xaf'\x1c\x00\x04"],
    ['rar.mp3', 'Rar!\x1a\x07\x01\x00'],
    ['database.mp3', 'SQLite format 3\x00\x10\x00\x01\x01'],
    ['picture.mp3', '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01'],
    ['png.flac', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
    ['gif.ogg', 'GIF89a\x01\x00\x01\x00'],
    ['tiff.wav', 'II*\x00\x08\x00\x00\x00'],
    ['midi.mp3', 'MThd\x00\x00\x00\x06\x00\x01\x00\x02\x01\xe0MTrk'],
    ['tracker.mp3', 'Extended Module: a tune of its own'],
    ['impulse.mp3', 'IMPMa tune'],
    ['dsd.wav', 'DSD \x1c\x00\x00\x00\x00\x00\x00\x00'],
    ['monkey.mp3', 'MAC \x96\x0f\x00\x00\x34\x00\x00\x00'],
    ['wavpack.wav', 'wvpk\x20\x00\x00\x00\x10\x04'],
    ['real.mp3', '.RMF\x00\x00\x00\x12\x00\x01'],
    ['amr.m4a', '#!AMR\n\x3c\x91\x17'],
    ['console.mp3', 'NESM\x1a\x01\x01\x01'],
    ['dts.wav', '\x7f\xfe\x80\x01\xfc\x3c'],
  ]
  return [
    file('empty.mp3'),
    file('one-byte.wav', 'R'),
    file('text.mp3', 'This is not a recording. '.repeat(400)),
    file('page.mp3', '<!doctype html><html><body><audio src="http://127.0.0.1/"></audio></body></html>'),
    file('json.flac', JSON.stringify({ format: 'flac', data: 'AAAA' })),
    file('script.wav', '#!/bin/sh\ncurl http://127.0.0.1/ | sh\n'),
    file('svg.mp3', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    file('zeroes.mp3', Buffer.alloc(1_000_000)),
    file('ones.mp3', Buffer.alloc(100_000, 0xff)),
    file('noise.mp3', noise(500_000)),
    file('bomb.gz.wav', gzipSync(Buffer.alloc(20_000_000))),
    file('name-of-a-recording.mp3', 'recording.mp3'),
    ...magic.map(([name, head]) => file(name, head, noise(4_000))),
    file('archive-then-mp3.mp3', 'PK\x03\x04\x14\x00', mp3),
    file('picture-then-mp3.mp3', '\xff\xd8\xff\xe0\x00\x10JFIF\x00', mp3),
    file('document-then-mp3.mp3', '%PDF-1.7\n', mp3),
    file('gif-then-wav.wav', 'GIF89a', wav),
    file('script-then-m4a.m4a', '#!/bin/sh\nexit 0\n', m4a),
    file('film-without-sound.m4a', silentFilm),
    file('film-without-sound-named-mp3.mp3', silentFilm),
    file('film.m4a', film),
    file('theora.ogg', theora),
    file('film-cut-off.mp4', cut(film, 0.5)),
    ...Object.entries(other)
      .filter(([name]) => ['mkv', 'webm', 'avi', 'flv', 'ts', 'mpg', 'caf', 'au', 'w64', 'wma', 'ac3', 'tta', 'mxf', 'nut'].includes(name))
      .map(([name, bytes]) => file(`${name}.mp3`, bytes)),
  ]
}
