import type { AudioFacts } from '../audio-facts.ts'
import { MediaError } from '../media-error.ts'
import { ByteReader } from './byte-reader.ts'
import { type ProbeOptions, probeAudio, readLayout } from './probe-audio.ts'

/**
 * Finds out what a file is while a stretch of it is still missing (`to` is the first byte behind it) and reads as zeros. Null unless that
 * stretch is samples and nothing else, so that no byte of it can change the answer: ask again when the file is whole. Refuses nothing.
 */
export async function probeEarly(file: string, missing: { from: number; to: number }, options: ProbeOptions): Promise<AudioFacts | null> {
  try {
    if (!(await beginsAsPcm(file))) return null
    const { samples } = (await readLayout(file, options.mostBytes)).layout
    if (!samples || samples.at > missing.from || samples.at + samples.bytes < missing.to) return null
    return await probeAudio(file, options)
  } catch (error) {
    if (error instanceof MediaError) return null
    throw error
  }
}

async function beginsAsPcm(file: string): Promise<boolean> {
  const reader = await ByteReader.open(file)
  try {
    return ['RIFF', 'RF64', 'BW64', 'FORM'].includes((await reader.read(0, 4)).toString('latin1'))
  } finally {
    await reader.close()
  }
}
