import { parentPort } from 'node:worker_threads'
import { SoundAnalysis, type SoundMeasures } from './sound/sound-analysis.ts'

/** To the thread: PCM in the first `bytes` of a block (whole samples), which comes back to be filled again; or null at the end. */
export type ToThread = { block: ArrayBuffer; bytes: number } | null
/** From the thread: a block that was taken in, or all that is measured. */
export type FromThread = { block: ArrayBuffer } | { measures: SoundMeasures }

const port = parentPort
if (!port) throw new Error('runs as a thread of measureAudio')
const analysis = new SoundAnalysis()

port.on('message', (message: ToThread) => {
  if (message === null) {
    port.postMessage({ measures: analysis.finish() } satisfies FromThread)
    return
  }
  analysis.push(new Int16Array(message.block, 0, message.bytes / 2))
  port.postMessage({ block: message.block } satisfies FromThread, [message.block])
})
