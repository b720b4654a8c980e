import { parentPort } from 'node:worker_threads'
import { SoundAnalysis, type SoundMeasures } from './sound/sound-analysis.ts'

/** To the thread: a stretch of PCM, or null at its end. */
export type ToThread = Uint8Array | null
/** From the thread: a stretch was taken in, or all is measured. */
export type FromThread = { taken: true } | { measures: SoundMeasures }

const port = parentPort
if (!port) throw new Error('runs as a thread of measureAudio')
const analysis = new SoundAnalysis()
let odd: Uint8Array = new Uint8Array(0)

port.on('message', (bytes: ToThread) => {
  if (bytes === null) {
    port.postMessage({ measures: analysis.finish() } satisfies FromThread)
    return
  }
  // A stretch may end within a sample.
  const all = new Uint8Array(odd.length + bytes.length)
  all.set(odd)
  all.set(bytes, odd.length)
  const whole = all.length - (all.length % 4)
  odd = all.slice(whole)
  analysis.push(new Int16Array(all.buffer, 0, whole / 2))
  port.postMessage({ taken: true } satisfies FromThread)
})
