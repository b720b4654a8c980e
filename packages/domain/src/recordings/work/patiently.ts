import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../../errors/index.ts'
import { TakenOver } from './taken-over.ts'

const waitsMs = [200, 500, 1_000, 2_000, 4_000, 8_000, 8_000]

/**
 * Tries again through a database or a store that is gone for a moment: hours of encoding are not thrown away for a restart.
 * Throws the last failure after some 25 seconds, and at once what no waiting mends.
 */
export async function patiently<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (const ms of waitsMs) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof TakenOver || error instanceof AppError || signal.aborted) throw error
      await wait(ms, undefined, { signal }).catch(() => undefined)
    }
  }
  return work()
}
