import { resolve } from 'node:path'

import type { AudioContainer } from '../audio-facts.ts'

export interface InputFormat {
  container: AudioContainer
  /** ffmpeg's name of the codec. */
  codec: string
}

/** ffmpeg's names of the demuxers: one is forced, so that no other is tried. */
const demuxers: Record<AudioContainer, string> = { wav: 'wav', aiff: 'aiff', flac: 'flac', mp3: 'mp3', adts: 'aac', ogg: 'ogg', mp4: 'mov' }

const decoderOf = (codec: string): string => (codec === 'mp3' ? 'mp3float' : codec)

const quiet = ['-hide_banner', '-nostdin', '-loglevel', 'error']

/** What comes before any input of a stranger's. */
export const toolPreamble = (tool: 'ffmpeg' | 'ffprobe'): string[] => [
  ...quiet.filter((word) => tool === 'ffmpeg' || word !== '-nostdin'),
  '-max_alloc',
  String(128 * 1024 * 1024),
]

const inputOf = (file: string, container: AudioContainer, decoders: readonly string[]): string[] => [
  ...['-protocol_whitelist', 'file', '-format_whitelist', demuxers[container], '-codec_whitelist', decoders.join(',')],
  ...['-f', demuxers[container], '-i', `file:${resolve(file)}`],
]

/**
 * A stranger's file as an input: read from disk alone, as the format it was found to be, by that format's decoder. What else it holds
 * (pictures, films, text) is never decoded.
 */
export const strangersInput = (file: string, { container, codec }: InputFormat): string[] => inputOf(file, container, [decoderOf(codec)])

/**
 * The same for ffprobe, which gives up on a file when it can't open the decoder of an embedded cover. It may open it and decode nothing:
 * no picture has fewer than two pixels.
 */
export const strangersProbe = (file: string, { container, codec }: InputFormat): string[] => [
  ...['-max_pixels', '1', '-skip_frame:v', 'all'],
  ...inputOf(file, container, [decoderOf(codec), 'mjpeg', 'png', 'gif', 'webp', 'bmp']),
]
