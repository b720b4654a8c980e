import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { FromThread, ToThread } from './analysis-thread.ts'
import type { SoundMeasures } from './sound/sound-analysis.ts'

/** Blocks go to the thread and come back: a recording passes through these alone, and none is left for the garbage collector. */
const blocks = 4
const blockBytes = 512 * 1024
const frameBytes = 4

/**
 * Measures PCM (stereo, 16 bits) in a thread of its own, so that the caller's event loop stays free. `onBytes` learns how much went by.
 * Reads no faster than the thread measures.
 */
export async function analysePcm(pcm: Readable, onBytes: (bytes: number) => void, signal?: AbortSignal): Promise<SoundMeasures> {
  const thread = new Worker(new URL('./analysis-thread.ts', import.meta.url), { name: 'sound analysis' })
  const free: ArrayBuffer[] = Array.from({ length: blocks }, () => new ArrayBuffer(blockBytes))
  let wake: () => void = () => undefined
  const post = (message: ToThread) => thread.postMessage(message, message ? [message.block] : [])
  const measured = new Promise<SoundMeasures>((resolve, reject) => {
    thread.on('message', (message: FromThread) => {
      if ('measures' in message) resolve(message.measures)
      else {
        free.push(message.block)
        wake()
      }
    })
    thread.on('error', reject)
    thread.on('exit', () => reject(new Error('the analysis ended before its end')))
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const takeBlock = async (): Promise<Buffer> => {
    for (;;) {
      const block = free.pop()
      if (block) return Buffer.from(block)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  const feed = async (): Promise<void> => {
    let total = 0
    let open = await takeBlock()
    let filled = 0
    for await (const part of pcm as AsyncIterable<Buffer>) {
      total += part.length
      for (let at = 0; at < part.length; ) {
        const taken = part.copy(open, filled, at)
        filled += taken
        at += taken
        if (filled < blockBytes) continue
        post({ block: open.buffer as ArrayBuffer, bytes: filled })
        open = await takeBlock()
        filled = 0
      }
      onBytes(total)
    }
    post({ block: open.buffer as ArrayBuffer, bytes: filled - (filled % frameBytes) })
    post(null)
  }
  try {
    const [measures] = await Promise.all([measured, feed()])
    return measures
  } finally {
    await thread.terminate()
  }
}
