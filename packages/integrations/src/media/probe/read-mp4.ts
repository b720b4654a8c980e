import { MediaError } from '../media-error.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Layout, requireSane } from './layout.ts'
import { type Atom, walkAtoms } from './walk-atoms.ts'

interface Track {
  handler: string
  /** Four letters of the sample description. */
  codec: string
  sampleRate: number
  channels: number
  bits: number
  /** Of all that is stored: an encoder's priming too. */
  durationMs: number
  scale: number
  /** What is heard of it, when exactly one piece is: its length in the film's units (0: to the end), its start in the track's own. */
  edit: { length: number; start: number } | null
  /** Tracks it points at as its chapters. */
  chapters: number[]
  id: number
}

const emptyTrack = (): Track => ({
  ...{ handler: '', codec: '', sampleRate: 0, channels: 0, bits: 0, durationMs: 0, scale: 0, edit: null, chapters: [], id: 0 },
})

/** Reads an MP4 or QuickTime file's tree. One track of AAC or ALAC, with pictures or chapters at most beside it. */
export async function readMp4(reader: ByteReader): Promise<Layout> {
  const tracks: Track[] = []
  let [movie, sound, furthest, movieScale] = [false, false, 0, 0]
  await walkAtoms(reader, async (atom) => {
    if (atom.type === 'moov') movie = true
    if (atom.type === 'mdat') sound = true
    if (atom.type === 'mvhd') movieScale = await readScale(atom)
    if (atom.type === 'trak') tracks.push(emptyTrack())
    if (['rmra', 'rdrf', 'rmda'].includes(atom.type)) throw new MediaError('refers_elsewhere', atom.type)
    if (atom.type === 'cmov') throw new MediaError('unsupported', 'a packed header')
    furthest = Math.max(furthest, await readTrackAtom(atom, tracks.at(-1)))
  })
  if (!movie) throw new MediaError(sound || reader.size > 64 ? 'cut_off' : 'empty', 'no description of the sound')
  const heard = tracks.filter(({ handler }) => handler === 'soun')
  const chapters = new Set(heard.flatMap((track) => track.chapters))
  const film = tracks.some(({ handler, id, codec }) => handler === 'vide' && !chapters.has(id) && !['jpeg', 'png '].includes(codec))
  const [track, ...others] = heard
  if (!track) throw new MediaError('no_sound')
  if (film) throw new MediaError('unsupported', 'a film')
  if (others.length > 0) throw new MediaError('unsupported', 'several tracks of sound')
  if (!sound) throw new MediaError('cut_off', 'no sound behind its description')
  if (furthest > reader.size) throw new MediaError('cut_off', `${reader.size} of more than ${furthest} bytes`)
  const lossless = track.codec === 'alac'
  if (!lossless && track.codec !== 'mp4a') throw new MediaError('unsupported', `MP4 of kind ${JSON.stringify(track.codec)}`)
  requireSane(track)
  return {
    ...{ format: lossless ? 'alac' : 'aac', container: 'mp4', codec: lossless ? 'alac' : 'aac', lossless },
    ...{ sampleRate: track.sampleRate, channels: track.channels, bitsPerSample: lossless ? track.bits : null },
    durationMs: heardMs(track, movieScale),
    storedMs: track.durationMs,
  }
}

/** An encoder's priming and the padding of its last frame are stored and not heard: the edit list says so. */
function heardMs({ durationMs, scale, edit }: Track, movieScale: number): number {
  if (!edit || scale <= 0 || movieScale <= 0) return durationMs
  const left = Math.max(0, durationMs - (edit.start / scale) * 1000)
  return edit.length > 0 ? Math.min(left, (edit.length / movieScale) * 1000) : left
}

async function readScale(atom: Atom): Promise<number> {
  const body = await atom.read(0, 24)
  return body[0] === 1 ? body.readUInt32BE(20) : body.readUInt32BE(12)
}

/** Null unless one piece is heard and nothing else. */
async function readEdit(atom: Atom): Promise<Track['edit']> {
  const body = await atom.read(0, 28)
  if (body.readUInt32BE(4) !== 1) return null
  const [length, start] =
    body[0] === 1 ? [Number(body.readBigUInt64BE(8)), Number(body.readBigInt64BE(16))] : [body.readUInt32BE(8), body.readInt32BE(12)]
  return start >= 0 ? { length, start } : null
}

/** Takes in what an atom says of its track. Returns the furthest place in the file that it points at. */
async function readTrackAtom(atom: Atom, track: Track | undefined): Promise<number> {
  if (!track) return 0
  switch (atom.type) {
    case 'tkhd': {
      const body = await atom.read(0, 24)
      track.id = body[0] === 1 ? body.readUInt32BE(20) : body.readUInt32BE(12)
      return 0
    }
    case 'hdlr':
      // A second handler describes the metadata, or how the data is stored.
      if (!track.handler) track.handler = (await atom.read(8, 4)).toString('latin1')
      return 0
    case 'mdhd': {
      const body = await atom.read(0, 32)
      const [scale, length] =
        body[0] === 1 ? [body.readUInt32BE(20), Number(body.readBigUInt64BE(24))] : [body.readUInt32BE(12), body.readUInt32BE(16)]
      track.scale = scale
      track.durationMs = scale > 0 ? (length / scale) * 1000 : 0
      return 0
    }
    case 'elst':
      track.edit = await readEdit(atom)
      return 0
    case 'chap':
      for (let at = 0; at + 4 <= Math.min(atom.size, 400); at += 4) track.chapters.push((await atom.read(at, 4)).readUInt32BE(0))
      return 0
    case 'dref':
      await refuseReferences(atom)
      return 0
    case 'stsd':
      await readDescription(atom, track)
      return 0
    case 'stco':
    case 'co64':
      return lastOffset(atom)
    default:
      return 0
  }
}

/** Data may lie in this very file alone: an entry whose first flag is off points at another file or address. */
async function refuseReferences(atom: Atom): Promise<void> {
  const count = (await atom.read(4, 4)).readUInt32BE(0)
  if (count > 16) throw new MediaError('absurd', `${count} data references`)
  let at = 8
  for (let entry = 0; entry < count; entry += 1) {
    const head = await atom.read(at, 12)
    if (head.length < 12) throw new MediaError('broken', 'a data reference cut off')
    if ((head.readUInt32BE(8) & 1) === 0) throw new MediaError('refers_elsewhere', 'data reference')
    at += Math.max(head.readUInt32BE(0), 12)
  }
}

async function readDescription(atom: Atom, track: Track): Promise<void> {
  const body = await atom.read(0, 128)
  if (body.length < 16) throw new MediaError('broken', 'no sample description')
  if (body.readUInt32BE(4) !== 1) throw new MediaError('unsupported', 'several descriptions of one track')
  track.codec = body.toString('latin1', 12, 16)
  if (track.handler !== 'soun' || body.length < 44) return
  track.channels = body.readUInt16BE(32)
  track.bits = body.readUInt16BE(34)
  track.sampleRate = body.readUInt32BE(40) / 65_536
  // The box of ALAC's own says what 16 bits can't: rates above 65,535 Hz and the true depth.
  const own = body.indexOf('alac', 44, 'latin1')
  if (track.codec === 'alac' && own > 0 && body.length >= own + 4 + 28) {
    track.bits = body[own + 4 + 4 + 5] as number
    track.channels = body[own + 4 + 4 + 9] as number
    track.sampleRate = body.readUInt32BE(own + 4 + 4 + 20)
  }
}

async function lastOffset(atom: Atom): Promise<number> {
  const width = atom.type === 'co64' ? 8 : 4
  const count = (await atom.read(4, 4)).readUInt32BE(0)
  if (count * width + 8 > atom.size) throw new MediaError('broken', 'an offset table cut off')
  let furthest = 0
  const step = 4_096
  for (let entry = 0; entry < count; entry += step) {
    const block = await atom.read(8 + entry * width, Math.min(step, count - entry) * width)
    for (let at = 0; at + width <= block.length; at += width) {
      furthest = Math.max(furthest, width === 8 ? Number(block.readBigUInt64BE(at)) : block.readUInt32BE(at))
    }
  }
  return furthest
}
