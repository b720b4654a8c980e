export { type Env, envSchema, loadEnv, parseEnv, sharedSecrets } from './env.ts'
export { limits } from './limits.ts'
export { createLogger, type Logger, logger } from './logger.ts'
export { type Locale, defaultLocale, isLocale, locales } from './locales.ts'
