import { MediaError } from '../media-error.ts'
import type { ByteReader } from './byte-reader.ts'
import type { Layout } from './layout.ts'
import { readAiff } from './read-aiff.ts'
import { readFlac } from './read-flac.ts'
import { readMp4 } from './read-mp4.ts'
import { readWav } from './read-wav.ts'
import { walkFrames } from './walk-frames.ts'
import { readOgg } from './walk-ogg.ts'

/** Room for the largest cover anyone embeds; a tag that claims more is there to fill memory. */
const mostTagBytes = 40 * 1024 * 1024

/** Kinds that are told apart only to say why they are refused: by what the file begins with. */
const playlists: [RegExp, string][] = [
  [/^(#EXTM3U|#EXTINF|ffconcat|\[playlist\]|\[Reference\]|\[InternetShortcut\]|v=0\r?\n|RTSPtext|SMILtext)/i, 'a playlist'],
  [/^\s*(https?|rtsp|rtmp|ftp|file|concat|data|subfile|tcp|udp):\S/i, 'an address'],
  [/^(REM |PERFORMER |TITLE |CATALOG |FILE ")[\s\S]*(TRACK|INDEX) \d/i, 'a cue sheet'],
  [/^\s*(<\?xml[\s\S]*?)?<(playlist|MPD|smil|asx|SmoothStreamingMedia|DJ_PLAYLISTS|NML)[\s>]/i, 'a playlist in XML'],
]
const others: [string, string][] = [
  ['riff\x2e\x91', 'Wave64'],
  ['RIFX', 'RIFX'],
  ['RIFF', 'another kind of RIFF'],
  ['FORM', 'another kind of IFF'],
  ['\x1aE\xdf\xa3', 'Matroska or WebM'],
  ['FLV\x01', 'Flash'],
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'Windows Media'],
  ['.RMF', 'RealMedia'],
  ['\x00\x00\x01\xba', 'a film (MPEG)'],
  ['\x00\x00\x01\xb3', 'a film (MPEG)'],
  ['\x06\x0e\x2b\x34', 'a film (MXF)'],
  ['\x0bw', 'AC-3'],
  ['\x7f\xfe\x80\x01', 'DTS'],
  ...[
    'MThd',
    'IMPM',
    'Extended Module',
    'MAC ',
    'wvpk',
    'DSD ',
    'FRM8',
    'MPCK',
    'MP+',
    'TTA1',
    'OFR ',
    'caff',
    '.snd',
    '#!AMR',
    'NESM',
  ].map((text): [string, string] => [text, `${text.trim()} sound`]),
]

function refuseByName(head: string): void {
  for (const [pattern, what] of playlists) if (pattern.test(head)) throw new MediaError('refers_elsewhere', what)
  for (const [beginning, what] of others) if (head.startsWith(beginning)) throw new MediaError('unsupported', what)
  if (head[0] === 'G' && head[188] === 'G' && head[376] === 'G') throw new MediaError('unsupported', 'a film (transport stream)')
}

/**
 * Says what a file is by its bytes, and reads what they claim. Nothing is decoded and nothing allocated by a size the file names.
 * Throws MediaError for everything else.
 */
export async function sniffFormat(reader: ByteReader): Promise<Layout> {
  if (reader.size === 0) throw new MediaError('empty')
  const head = Buffer.from(await reader.read(0, 4_096)).toString('latin1')
  if (/^(RIFF|RF64|BW64)....WAVE/s.test(head)) return readWav(reader)
  if (/^FORM....AIF[FC]/s.test(head)) return readAiff(reader)
  if (/^OggS/.test(head)) return readOgg(reader)
  if (/^....(ftyp|moov|mdat|free|skip|wide|pnot)/s.test(head)) return readMp4(reader)
  const start = await behindTags(reader)
  const mark = await reader.read(start, 4)
  if (mark.toString('latin1') === 'fLaC') return readFlac(reader, start)
  refuseByName(head)
  if (start >= reader.size) throw new MediaError('empty', 'a tag alone')
  if (start === 0 && !(mark[0] === 0xff && ((mark[1] as number) & 0xe0) === 0xe0)) throw new MediaError('not_audio')
  const bare = mark[0] === 0xff && ((mark[1] as number) & 0xf6) === 0xf0
  return walkFrames(reader, start, bare ? 'aac' : 'mp3')
}

/** Where the sound begins behind ID3v2 tags, of which careless taggers leave several. */
async function behindTags(reader: ByteReader): Promise<number> {
  let at = 0
  for (let tags = 0; ; tags += 1) {
    const head = await reader.read(at, 10)
    if (head.toString('latin1', 0, 3) !== 'ID3') return at
    if (tags >= 4 || head.length < 10) throw new MediaError(head.length < 10 ? 'cut_off' : 'absurd', 'tags')
    const size = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + ((head[place] as number) & 0x7f), 0)
    if (size > mostTagBytes) throw new MediaError('absurd', `a tag of ${size} bytes`)
    at += 10 + size + ((head[5] as number) & 0x10 ? 10 : 0)
    if (at > reader.size) throw new MediaError('cut_off', 'within its tag')
  }
}
