import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Drawing, Drawn } from './drawing.ts'

type Answer = { index: number; drawn: Drawn } | { index: number; error: string }

/**
 * Draws everything, on as many cores as there are (four at most). Each picture is handed over as soon as it is there and
 * before its worker takes the next, so that storing it keeps pace and nothing piles up in memory.
 */
export async function drawAll(drawings: readonly Drawing[], onDrawn: (drawn: Drawn, index: number) => Promise<void>): Promise<void> {
  if (drawings.length === 0) return
  const workers = Array.from(
    { length: Math.min(availableParallelism(), 4, drawings.length) },
    () => new Worker(new URL('./draw-worker.ts', import.meta.url)),
  )
  let next = 0
  const lane = (worker: Worker) =>
    new Promise<void>((done, fail) => {
      const hand = () => {
        const index = next++
        const drawing = drawings[index]
        if (drawing) worker.postMessage({ index, drawing })
        else done()
      }
      worker.on('error', fail)
      worker.on('exit', (code) => fail(new Error(`A drawing worker ended by itself (${code})`)))
      worker.on('message', (answer: Answer) => {
        if ('error' in answer) fail(new Error(`Picture ${answer.index} could not be drawn: ${answer.error}`))
        else onDrawn(answer.drawn, answer.index).then(hand, fail)
      })
      hand()
    })
  try {
    await Promise.all(workers.map(lane))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
