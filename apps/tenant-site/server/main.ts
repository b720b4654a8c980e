import { createLogger, loadEnv } from '@residency/config'
import { preparePasswords } from '@residency/domain/identity'
import { assertServingRole, serveSite } from '@residency/edge/server'
import { builtApp, developmentApp } from './remix.ts'
import { siteRules } from './site-rules.ts'

const env = loadEnv()
// React and Remix read it when they are first loaded, which is below.
process.env.NODE_ENV = env.NODE_ENV
const log = createLogger(env.SERVICE_NAME, env.LOG_LEVEL)

process.on('uncaughtExceptionMonitor', (error) => log.fatal({ err: error }, 'the process can’t go on'))

try {
  await Promise.all([assertServingRole('app'), preparePasswords()])
  const development = env.NODE_ENV === 'development'
  const app = development ? developmentApp() : await builtApp()
  const site = await serveSite({
    ...siteRules,
    env,
    log,
    handler: app.handler,
    clientFolder: app.clientFolder,
    before: app.before,
    development,
  })

  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    // Asked twice, it goes at once. While one writes nobody is served but who writes, and waits for the next start.
    if (stopping || development) process.exit(stopping ? 1 : 0)
    stopping = true
    log.info({ signal }, 'stopping: requests that have begun are answered first')
    Promise.all([site.close(), app.close()]).then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
} catch (error) {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'the site could not be served')
  process.exit(1)
}
