import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { progress, Report } from '../../../scripts/lib/progress.mjs'
import type { ManagedProcess } from './machine/managed-process.ts'
import { type Supervised, supervise, type Watcher } from './machine/supervise.ts'
import { startMailOutbox } from './mail-outbox/index.ts'
import { startObjectStore } from './object-store/index.ts'
import { databaseName, type Environment, outsideDatabase, outsideObjects, outsideRedis, prepareDatabase } from './outside-services.ts'
import { startPostgres } from './postgres/index.ts'
import { startRedis } from './redis/index.ts'
import { requireAnswer } from './require-answer.ts'
import type { Secrets } from './secrets.ts'
import type { ServiceAddresses } from './services-file.ts'

export type Step = typeof progress.step

/** What each service is started with. */
export interface PartContext {
  folder: string
  ephemeral: boolean
  given: Environment
  secrets: Secrets
  ports: Record<'postgres' | 'redis' | 'objects' | 'mail', number>
  webhookUrl: string
  watcher: Watcher
  step: Step
  /** Called in reverse order when all is over. */
  closers: (() => Promise<void>)[]
  killers: (() => void)[]
}

/** A running service: its share of the environment, its entry in services.json, and the process when it is ours. */
interface Part<Name extends keyof ServiceAddresses> {
  env: Record<string, string>
  address: ServiceAddresses[Name]
  notice?: string | null
  process?: Supervised
}

const bucket = 'media'
const region = 'us-east-1'

async function keep(context: PartContext, name: string, launch: () => Promise<ManagedProcess>): Promise<Supervised> {
  const supervised = await supervise(name, launch, context.watcher)
  context.closers.push(() => supervised.stop())
  context.killers.push(() => supervised.kill())
  return supervised
}

/** The first start reports to its step; a start again after a death reports to nobody. */
function reportOnce(report: Report): Report {
  let current: Report | null = report
  setTimeout(() => {
    current = null
  }, 120_000).unref()
  return (detail) => current?.(detail)
}

export async function databasePart(context: PartContext): Promise<Part<'postgres'>> {
  const { folder, ephemeral, given, secrets, ports, step } = context
  const urls = given.DATABASE_URL ? await step('Postgres (yours)', () => outsideDatabase(given, secrets, ephemeral)) : null
  if (urls) return { env: urls, address: { local: false, urls } }
  return step('Postgres', async (report) => {
    let notice: string | null = null
    let superuserUrl = ''
    const said = reportOnce(report)
    const process = await keep(context, 'postgres', async () => {
      const started = await startPostgres(
        { folder, port: ports.postgres, password: secrets.superuserPassword, instance: secrets.instance, ephemeral },
        said,
      )
      if (ephemeral) context.closers.unshift(() => rm(started.home, { recursive: true, force: true }))
      notice = started.notice
      superuserUrl = started.superuserUrl
      return started.server
    })
    report('making the roles')
    const env = await prepareDatabase(superuserUrl, secrets, databaseName)
    return { env, address: { local: true, urls: env, superuserUrl }, notice, process }
  })
}

export async function queuePart(context: PartContext): Promise<Part<'redis'>> {
  const { folder, ephemeral, given, secrets, ports, step } = context
  if (given.REDIS_URL) await step('Redis (yours)', () => requireAnswer('Redis', 'REDIS_URL', given.REDIS_URL ?? ''))
  const outside = outsideRedis(given, ephemeral)
  if (outside) {
    if (given.REDIS_CACHE_URL) await requireAnswer('Redis', 'REDIS_CACHE_URL', outside.REDIS_CACHE_URL)
    return { env: { ...outside }, address: { local: false, url: outside.REDIS_URL, cacheUrl: outside.REDIS_CACHE_URL } }
  }
  return step('Redis', async () => {
    const process = await keep(context, 'redis', () =>
      startRedis({ folder, port: ports.redis, password: secrets.redisPassword, ephemeral }),
    )
    const [url, cacheUrl] = [0, 1].map((database) => `redis://:${secrets.redisPassword}@127.0.0.1:${ports.redis}/${database}`) as [
      string,
      string,
    ]
    return { env: { REDIS_URL: url, REDIS_CACHE_URL: cacheUrl }, address: { local: true, url, cacheUrl }, process }
  })
}

export async function objectsPart(context: PartContext): Promise<Part<'objectStore'>> {
  const { folder, ephemeral, given, secrets, ports, step, closers } = context
  const outside = outsideObjects(given, ephemeral)
  const describe = (env: Record<string, string>): Omit<ServiceAddresses['objectStore'], 'local'> => ({
    endpoint: env.S3_ENDPOINT ?? '',
    region: given.S3_REGION || region,
    bucket: env.S3_BUCKET ?? '',
    accessKeyId: env.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '',
  })
  if (outside) {
    await step('Object store (yours)', () => requireAnswer('object store', 'S3_ENDPOINT', outside.S3_ENDPOINT ?? ''))
    return { env: outside, address: { local: false, ...describe(outside) } }
  }
  return step('Object store', async () => {
    const credentials = {
      accessKeyId: secrets.s3AccessKeyId,
      secretAccessKey: secrets.s3SecretAccessKey,
      region: given.S3_REGION || region,
    }
    const store = await startObjectStore({ folder: join(folder, 'objects'), port: ports.objects, credentials, buckets: [bucket] })
    closers.push(() => store.stop())
    const env = {
      S3_ENDPOINT: store.endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: credentials.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      S3_REGION: credentials.region,
    }
    return { env, address: { local: true, ...describe(env) } }
  })
}

export async function mailPart(context: PartContext): Promise<Part<'mail'>> {
  const { folder, given, secrets, ports, webhookUrl, step, closers } = context
  const { RESEND_API_KEY: key, SMTP_URL: smtp } = given
  if (key)
    return {
      env: { RESEND_API_KEY: key },
      address: {
        local: false,
        url: given.RESEND_BASE_URL || 'https://api.resend.com',
        apiKey: key,
        webhookSecret: given.RESEND_WEBHOOK_SECRET ?? '',
      },
    }
  if (given.MAIL_TRANSPORT === 'smtp' && smtp)
    return { env: { SMTP_URL: smtp }, address: { local: false, url: smtp, apiKey: '', webhookSecret: '' } }
  return step('Mail outbox', async () => {
    const webhook = { url: webhookUrl, secret: secrets.resendWebhookSecret }
    const outbox = await startMailOutbox({ folder: join(folder, 'mail'), port: ports.mail, apiKey: secrets.resendApiKey, webhook })
    closers.push(() => outbox.stop())
    const env = {
      MAIL_TRANSPORT: 'resend',
      RESEND_API_KEY: secrets.resendApiKey,
      RESEND_BASE_URL: outbox.url,
      RESEND_WEBHOOK_SECRET: webhook.secret,
    }
    return { env, address: { local: true, url: outbox.url, apiKey: secrets.resendApiKey, webhookSecret: webhook.secret } }
  })
}
