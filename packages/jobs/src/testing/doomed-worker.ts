/** A worker whose provider never answers: a test kills it in the middle of a job. Says `taken` when it has one. */
import { createLogger } from '@residency/config'
import { startWorker } from '../worker/start-worker.ts'

startWorker({
  tools: {
    sender: {
      send: () => {
        process.stdout.write('taken\n')
        return new Promise(() => undefined)
      },
      close: () => undefined,
    },
  },
  log: createLogger('doomed', 'silent'),
  sweeps: false,
})
