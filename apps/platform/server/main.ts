import { createLogger, loadEnv } from '@residency/config'
import { assertServingRole } from '@residency/edge/server'
import { servePlatform } from './serve-platform.ts'

const env = loadEnv()
// React and Remix read it when they are first loaded, which is below.
process.env.NODE_ENV = env.NODE_ENV
const log = createLogger(env.SERVICE_NAME, env.LOG_LEVEL)

try {
  await Promise.all([assertServingRole('app'), assertServingRole('platform')])
  const platform = await servePlatform(env, log)
  let stopping = false
  const stop = () => {
    // Asked twice, it goes at once; while one writes, the first time.
    if (stopping || env.NODE_ENV === 'development') process.exit(stopping ? 1 : 0)
    stopping = true
    platform.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
} catch (error) {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'the platform could not be served')
  process.exit(1)
}
