import { type Logger as PinoLogger, pino } from 'pino'

export type Logger = PinoLogger

/** Names of fields that never reach a log, at any of the first three levels of an object. */
const secretNames = ['password', 'token', 'secret', 'authorization', 'cookie', 'email', 'html', 'text', 'totp', 'code']
const redact = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*["set-cookie"]`])

export function createLogger(service: string, level = process.env.LOG_LEVEL ?? 'info'): Logger {
  return pino({
    name: service,
    level,
    redact: { paths: [...new Set(redact)], censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}

export const logger: Logger = createLogger(process.env.SERVICE_NAME ?? 'residency')
