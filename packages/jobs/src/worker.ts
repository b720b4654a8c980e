/** The worker's process: carries the outbox into the queues and runs the jobs. Any number of them may run side by side. */
import { createLogger, loadEnv } from '@residency/config'
import { assertServingRole, closeDatabase, databaseAnswers } from '@residency/db'
import { createMailSender } from '@residency/integrations/mail'
import { closeStorage } from '@residency/integrations/storage'
import { serveInside } from './worker/inner-server.ts'
import { startWorker } from './worker/start-worker.ts'

const env = loadEnv()
const log = createLogger(env.SERVICE_NAME)
// A role that could look around the policies must not serve (design.md, lock 1).
await Promise.all([assertServingRole('app'), assertServingRole('relay')])

const sender = createMailSender(env)
const worker = startWorker({ tools: { sender }, log })
const ready = async (): Promise<boolean> => worker.ready() && (await databaseAnswers('relay')) && (await databaseAnswers('app'))
const server = await serveInside({ port: env.METRICS_PORT, host: env.HOST, registry: worker.metrics.registry, ready })
log.info({ port: env.METRICS_PORT }, 'the worker is at work')

let stopping = false
async function stop(signal: string): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({ signal }, 'finishing the jobs under way')
  await worker.close()
  server.close()
  sender.close()
  closeStorage()
  await closeDatabase()
  log.info('the worker has stopped')
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
