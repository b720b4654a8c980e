import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import { type Drawing, render } from './drawing.ts'

// The workers are the threads: libvips' own on top would only wait for the same cores.
sharp.concurrency(1)

parentPort?.on('message', async ({ index, drawing }: { index: number; drawing: Drawing }) => {
  try {
    parentPort?.postMessage({ index, drawn: await render(drawing) })
  } catch (error) {
    parentPort?.postMessage({ index, error: error instanceof Error ? error.message : String(error) })
  }
})
