import { z } from 'zod'

const url = z.url()
const secret = z.string().min(32, 'must have at least 32 characters')
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true')

/** The whole environment. `.env.example` is checked against it (tests/architecture). */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SERVICE_NAME: z.string().default('residency'),

  /** Role `app`: row security applies. */
  DATABASE_URL: url,
  /** Role `migrator`: migrations, seed, backup and restore alone. Absent from a serving process in production. */
  DATABASE_OWNER_URL: url.optional(),
  /** Role `platform`. */
  DATABASE_PLATFORM_URL: url,
  /** Role `relay`: outbox rows and the list of tenants. */
  DATABASE_RELAY_URL: url,

  REDIS_URL: url,
  /** The cache's own database or server, so that emptying it never touches a queue. */
  REDIS_CACHE_URL: url,
  /** Put before every Redis key, so that installations and test workers can share a server. */
  REDIS_PREFIX: z.string().default('r'),

  S3_ENDPOINT: url,
  /** The store as browsers reach it, where that is another address than the servers': what signed addresses begin with. */
  S3_PUBLIC_ENDPOINT: url.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().min(3),
  S3_ACCESS_KEY_ID: z.string().min(3),
  S3_SECRET_ACCESS_KEY: z.string().min(8),
  S3_FORCE_PATH_STYLE: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true'),

  /** The programs that read and encode audio: names found on the PATH, or full paths. */
  FFMPEG_PATH: z.string().default('ffmpeg'),
  FFPROBE_PATH: z.string().default('ffprobe'),
  /** Who sends audio segments: this edge itself, or a CDN by signed paths or by CloudFront's signed cookies. */
  MEDIA_DELIVERY: z.enum(['own', 'signed-path', 'cloudfront']).default('own'),
  MEDIA_CDN_URL: url.optional(),
  /** Signs paths; the CDN's function checks with the same. */
  MEDIA_CDN_SECRET: secret.optional(),
  CLOUDFRONT_KEY_PAIR_ID: z.string().optional(),
  /** PEM; line ends may be written as \\n. */
  CLOUDFRONT_PRIVATE_KEY: z.string().optional(),

  /** Mail: `resend` or `smtp`. */
  MAIL_TRANSPORT: z.enum(['resend', 'smtp']).default('resend'),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: url.optional(),
  RESEND_WEBHOOK_SECRET: z.string().optional(),
  SMTP_URL: url.optional(),
  /** Neutral sender domain for tenants without a sending domain of their own: names nobody. */
  MAIL_DOMAIN: z.string().default('mail.localhost'),

  /** Neutral parent of the free subdomains: `<slug>.<TENANT_PARENT_DOMAIN>`. Never the platform's name. */
  TENANT_PARENT_DOMAIN: z.string().default('localhost'),
  /** The platform's own host. */
  PLATFORM_DOMAIN: z.string().default('localhost'),
  /** Slugs of the tenants that agreed to be shown on the platform's front page, comma separated. */
  PLATFORM_SHOWCASE: z.string().default(''),
  /** `http` on one machine, `https` everywhere else. */
  PUBLIC_PROTOCOL: z.enum(['http', 'https']).default('https'),
  /** The port seen from outside, when it is not the protocol's own. */
  PUBLIC_PORT: z.coerce.number().int().optional(),
  PLATFORM_PUBLIC_PORT: z.coerce.number().int().optional(),

  PORT: z.coerce.number().int().default(3000),
  PLATFORM_PORT: z.coerce.number().int().default(3001),
  METRICS_PORT: z.coerce.number().int().default(9464),
  HOST: z.string().default('0.0.0.0'),
  /** How many processes of this kind serve together: without Redis each allows its part of a limit. */
  PROCESSES: z.coerce.number().int().min(1).default(1),
  /** Addresses or networks of proxies whose X-Forwarded-* is believed, comma separated. Empty: nobody's. */
  TRUSTED_PROXIES: z.string().default(''),

  /** Signs short-lived links and cookies. */
  SIGNING_SECRET: secret,
  /** Encrypts sensitive columns: `<key id>:<base64 of 32 bytes>`, comma separated, the first encrypts, all decrypt. */
  ENCRYPTION_KEYS: z
    .string()
    .regex(/^[\w-]+:[A-Za-z0-9+/=]{43,44}(,[\w-]+:[A-Za-z0-9+/=]{43,44})*$/, 'must be <id>:<base64 of 32 bytes>, comma separated'),
  HSTS: flag,
})

export type Env = z.output<typeof envSchema>

/** Names of the variables that must never be printed. */
export const sharedSecrets = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_PLATFORM_URL',
  'DATABASE_RELAY_URL',
  'REDIS_URL',
  'REDIS_CACHE_URL',
  'S3_SECRET_ACCESS_KEY',
  'MEDIA_CDN_SECRET',
  'CLOUDFRONT_PRIVATE_KEY',
  'RESEND_API_KEY',
  'RESEND_WEBHOOK_SECRET',
  'SMTP_URL',
  'SIGNING_SECRET',
  'ENCRYPTION_KEYS',
] as const

/** Checks an environment. Throws one error that names each missing or wrong variable, and never its value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = envSchema.safeParse(given)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not complete (see .env.example):\n${lines.join('\n')}`)
}

let cached: Env | undefined
/** The process's environment, checked once at its first use (never when a module is imported). */
export function loadEnv(): Env {
  cached ??= parseEnv(process.env)
  return cached
}
