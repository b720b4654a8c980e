import { demoAccounts } from '@residency/seed'
import {
  type Fault,
  type FaultContext,
  queueTestMail,
  send,
  sharedPages,
  sleep,
  slugs,
  type Tally,
  tenantOf,
  visit,
  waitForMails,
} from './world.ts'

const pause = 250
const deliveryMs = 60_000

/** Pages that were seen before and, every few rounds, pages that nobody has seen yet. */
async function visitPages(context: FaultContext, tally: Tally, until: number): Promise<void> {
  for (let round = 0; Date.now() < until; round += 1) {
    for (const slug of slugs) {
      const path = round % 3 === 2 ? `/mixes?q=gone${round}` : (sharedPages[round % sharedPages.length] ?? '/')
      const { status } = await visit(context, slug, path)
      tally.check(status === 200, `${slug}${path} answered ${status}`)
    }
    await sleep(pause)
  }
}

/** A fan gets in, and whoever guesses is stopped at the sixth try. */
async function signIn(context: FaultContext, tally: Tally): Promise<void> {
  const fan = demoAccounts().find(({ email }) => email.startsWith('sam@'))
  if (!fan) throw new Error('the demo fan is not there')
  const entered = await send(context, 'danny', '/sign-in', { email: fan.email, password: fan.password })
  const cookies = [entered.headers['set-cookie'] ?? []].flat().join()
  tally.check(entered.status < 400 && cookies.includes('session='), `signing in answered ${entered.status}`)
  const statuses: number[] = []
  for (let at = 0; at < 6; at += 1)
    statuses.push((await send(context, 'hathor', '/sign-in', { email: 'guessed@fan.example', password: 'not the right one' })).status)
  const seen = statuses.join(', ')
  tally.check(
    statuses.slice(0, 5).every((status) => status === 422),
    `five wrong tries answered ${seen}`,
  )
  tally.check(statuses[5] === 429, `the sixth wrong try in a minute was not refused: ${seen}`)
}

async function run(context: FaultContext): Promise<Tally[]> {
  const { redis } = context.installation.services.processes
  if (!redis) throw new Error('Redis is not one of ours: it can’t be stopped')
  const [pages, people, jobs] = [context.tally('redis.gone.pages'), context.tally('redis.gone.signIn'), context.tally('redis.gone.jobs')]
  for (const slug of slugs) for (const path of sharedPages) await visit(context, slug, path)
  const ref = await tenantOf(context, 'danny')
  await redis.stop()
  let mails: string[] = []
  try {
    const until = Date.now() + context.awayMs
    const queued = Promise.all(Array.from({ length: 10 }, () => queueTestMail(ref)))
    const [, , addresses] = await Promise.all([visitPages(context, pages, until), signIn(context, people), queued])
    mails = addresses
  } finally {
    await redis.start()
  }
  const since = Date.now()
  const delivered = await waitForMails(context, mails, deliveryMs)
  jobs.check(delivered, `a mail queued while Redis was gone was not delivered within ${deliveryMs / 1000} s`)
  jobs.more.seconds = (Date.now() - since) / 1000
  return [pages, people, jobs]
}

export const redisGone: Fault = { name: 'redis.gone', run }
