export { type Env, envSchema, loadEnv, parseEnv, sharedSecrets } from './env.ts'
export { limits } from './limits.ts'
export { defaultLocale, isLocale, type Locale, locales } from './locales.ts'
export { createLogger, type Logger, logger } from './logger.ts'
