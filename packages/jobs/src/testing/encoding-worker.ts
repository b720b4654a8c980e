/** A worker that a test kills while it encodes. Says `ready` when it takes jobs. */
import { createLogger } from '@residency/config'
import { startWorker } from '../worker/start-worker.ts'

const worker = startWorker({
  tools: { sender: { send: async () => ({ providerId: 'none' }), close: () => undefined } },
  log: createLogger('encoding', 'silent'),
  sweeps: false,
})
const wait = setInterval(() => {
  if (!worker.ready()) return
  clearInterval(wait)
  process.stdout.write('ready\n')
}, 50)
