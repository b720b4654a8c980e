import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Fault, type FaultContext, mailCounts, pidOf, queueTestMail, sleep, type Tally, tenantOf, waitForMails } from './world.ts'

const doomedWorker = new URL('../../packages/jobs/src/testing/doomed-worker.ts', import.meta.url).pathname
const patienceMs = 60_000
/** A doubled mail would come a little later. */
const settleMs = 6_000
const many = 40

/** A worker holds a job and is killed; another one has to take it over. */
async function killInMidJob(context: FaultContext, tally: Tally): Promise<void> {
  const worker = context.installation.programs.find(({ name }) => name === 'worker')
  if (!worker) throw new Error('the worker is not running')
  await worker.stop()
  const doomed = spawn(process.execPath, ['--import', 'tsx', doomedWorker], {
    env: { ...process.env, METRICS_PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const taken = once(doomed.stdout, 'data')
    const to = await queueTestMail(await tenantOf(context, 'danny'))
    await Promise.race([
      taken,
      sleep(patienceMs).then(() => {
        throw new Error('the doomed worker took no job')
      }),
    ])
    await worker.start()
    doomed.kill('SIGKILL')
    const since = Date.now()
    tally.check(await waitForMails(context, [to], patienceMs), `the job was not taken over within ${patienceMs / 1000} s`)
    tally.more.seconds = (Date.now() - since) / 1000
    await sleep(settleMs)
    const [count] = await mailCounts(context, [to])
    tally.check(count === 1, `${count} mails instead of one`)
  } finally {
    doomed.kill('SIGKILL')
    if (!worker.isRunning()) await worker.start()
  }
}

/** The installation's worker is killed while mails are going out: each arrives, and once. */
async function killAmongMany(context: FaultContext, tally: Tally): Promise<void> {
  const ref = await tenantOf(context, 'hathor')
  const addresses = await Promise.all(Array.from({ length: many }, () => queueTestMail(ref)))
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(10))
    if ((await mailCounts(context, addresses)).some((count) => count > 0)) break
  const pid = pidOf('worker')
  if (!pid) throw new Error('the worker is not running')
  process.kill(pid, 'SIGKILL')
  await waitForMails(context, addresses, patienceMs)
  await sleep(settleMs)
  for (const count of await mailCounts(context, addresses)) tally.check(count === 1, `${count} mails instead of one`)
}

async function run(context: FaultContext): Promise<Tally[]> {
  const [one, all] = [context.tally('worker.killed.takenOver'), context.tally('worker.killed.nothingDoubled')]
  await killInMidJob(context, one)
  await killAmongMany(context, all)
  return [one, all]
}

export const workerKilled: Fault = { name: 'worker.killed', run }
