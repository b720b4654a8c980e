import { resolve } from 'node:path'

export interface InputFormat {
  /** ffmpeg's name of the demuxer: forced, so that no other is tried. */
  demuxer: string
  /** ffmpeg's names of the decoders that may run. */
  decoders: readonly string[]
}

const quiet = ['-hide_banner', '-nostdin', '-loglevel', 'error']

/** What comes before any input of a stranger's. */
export const toolPreamble = (tool: 'ffmpeg' | 'ffprobe'): string[] => [
  ...quiet.filter((word) => tool === 'ffmpeg' || word !== '-nostdin'),
  '-max_alloc',
  String(128 * 1024 * 1024),
]

/**
 * A stranger's file as an input: read from disk alone, as the format it was found to be, by the decoders of that format. What else it holds
 * (pictures, films, text) is never decoded.
 */
export const strangersInput = (file: string, { demuxer, decoders }: InputFormat, seekMs = 0): string[] => [
  ...['-protocol_whitelist', 'file', '-format_whitelist', demuxer, '-codec_whitelist', decoders.join(',')],
  ...['-f', demuxer],
  ...(seekMs > 0 ? ['-ss', (seekMs / 1000).toFixed(6)] : []),
  ...['-i', `file:${resolve(file)}`],
]

/**
 * The same for ffprobe, which gives up on a file when it can't open the decoder of an embedded cover. It may open it and decode nothing:
 * no picture has fewer than two pixels.
 */
export const strangersProbe = (file: string, { demuxer, decoders }: InputFormat): string[] => [
  ...['-max_pixels', '1', '-skip_frame:v', 'all'],
  ...strangersInput(file, { demuxer, decoders: [...decoders, 'mjpeg', 'png', 'gif', 'webp', 'bmp'] }),
]
