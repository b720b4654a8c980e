import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { FromThread } from './analysis-thread.ts'
import type { SoundMeasures } from './sound/sound-analysis.ts'

/** Stretches on their way to the thread before the decoder has to wait. */
const mostUnderway = 32

/** Measures PCM in a thread of its own, so that the caller's event loop stays free. `onBytes` learns how much went by. */
export function analysePcm(pcm: Readable, onBytes: (bytes: number) => void, signal?: AbortSignal): Promise<SoundMeasures> {
  const thread = new Worker(new URL('./analysis-thread.ts', import.meta.url), { name: 'sound analysis' })
  let underway = 0
  let bytes = 0
  return new Promise<SoundMeasures>((resolve, reject) => {
    const giveUp = () => reject(signal?.reason)
    signal?.addEventListener('abort', giveUp, { once: true })
    thread.on('message', (message: FromThread) => {
      if ('measures' in message) resolve(message.measures)
      else {
        underway -= 1
        if (underway < mostUnderway / 2) pcm.resume()
      }
    })
    thread.on('error', reject)
    thread.on('exit', () => reject(new Error('the analysis ended before its end')))
    pcm.on('data', (part: Buffer) => {
      bytes += part.length
      underway += 1
      if (underway >= mostUnderway) pcm.pause()
      thread.postMessage(part)
      onBytes(bytes)
    })
    pcm.on('error', reject)
    pcm.on('end', () => thread.postMessage(null))
  }).finally(() => thread.terminate())
}
