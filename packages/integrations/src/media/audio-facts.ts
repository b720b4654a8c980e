export type AudioFormat = 'wav' | 'aiff' | 'flac' | 'alac' | 'mp3' | 'aac' | 'ogg' | 'opus'

/** What the file is outside; with the codec, all that ffmpeg needs to be told. */
export type AudioContainer = 'wav' | 'aiff' | 'flac' | 'mp3' | 'adts' | 'ogg' | 'mp4'

export interface AudioTags {
  title: string | null
  artist: string | null
  album: string | null
  genre: string | null
  /** As written: a year, a day, or whatever the tagger thought a date is. */
  date: string | null
  comment: string | null
}

/** Where uncompressed samples lie in a file, byte for byte as its codec's name says. */
export interface RawSamples {
  /** The first byte. */
  at: number
  /** Whole frames (a sample of each channel) alone. */
  bytes: number
  frameBytes: number
}

export interface AudioFacts {
  /** What the bytes are, whatever the name says. `alac` and `aac` may come in an MP4 (.m4a), `aac` also bare. */
  format: AudioFormat
  container: AudioContainer
  /** The name ffmpeg gives the codec: `pcm_s24le`, `mp3`, … */
  codec: string
  lossless: boolean
  /** Of the decoded sound: the header's, or counted through the file where a header may lie. */
  durationMs: number
  /** Hz, as stored. */
  sampleRate: number
  channels: number
  /** Of a lossless source; null where the codec has no such thing. */
  bitsPerSample: number | null
  /** bit/s, averaged over the file. */
  bitRate: number
  tags: AudioTags
  /** The embedded front cover as stored: JPEG, PNG or WebP, looked at but not decoded. A broken one, or one of another kind, is null. */
  cover: Uint8Array | null
  /** An embedded cue sheet's text. */
  cueSheet: string | null
  /** Null for everything that has to be decoded. */
  samples: RawSamples | null
  chapters: { startMs: number; title: string }[]
}

/** A part of a recording: from `startMs` (inclusive) to `endMs` (exclusive) of the source. */
export interface Trim {
  startMs: number
  endMs: number
}

/** 0 to 1. Called often; never after the promise is settled. */
export type OnProgress = (done: number) => void
