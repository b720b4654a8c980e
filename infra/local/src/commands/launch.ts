import { join } from 'node:path'
import { Problem } from '../../../../scripts/lib/problem.mjs'
import { progress, seconds } from '../../../../scripts/lib/progress.mjs'
import { startDemoAudio } from '../demo-audio.ts'
import { type Installation, openInstallation } from '../installation.ts'
import type { ManagedProcess } from '../machine/managed-process.ts'
import { listenToStopSignals } from '../machine/stop-signals.ts'
import type { Watcher } from '../machine/supervise.ts'
import { localFolder, logFolder } from '../paths.ts'
import { statusOf } from '../programs.ts'
import { writeServices } from '../services-file.ts'
import { printWelcome } from './welcome.ts'

const portOf = (name: string, fallback: number): number => {
  const text = process.env[name]
  const port = Number(text || fallback)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Problem(`${name}=${text} is no port`, 'give a number from 1 to 65535')
}

/** What the first page says. Everything is up by then: one that is slow on a busy machine, or broken while developing, ends nothing. */
const firstPage = (port: number): Promise<string> =>
  statusOf(port, '/', 'danny.localhost', 60_000).then(String, (error: Error) => error.message)

/** `npm start` and `npm run dev`: everything up, a table of addresses, and then on until Ctrl-C. */
export async function launch(command: 'start' | 'dev'): Promise<number> {
  const startedAt = Date.now()
  const sites = { site: portOf('PORT', 3000), platform: portOf('PLATFORM_PORT', 3001) }
  let running: Installation | undefined
  let audio: ManagedProcess | undefined
  let giveUp: (() => void) | undefined
  const stopping = listenToStopSignals(
    () => progress.say('Stopping … (once more ends it at once)'),
    () => {
      audio?.kill()
      running?.kill()
      process.exit(130)
    },
  )
  const failed = new Promise<'failed'>((resolve) => {
    giveUp = () => resolve('failed')
  })
  const watcher: Watcher = {
    onDeath: (name, how, lastLines) => {
      progress.fail(
        `${name} ended by itself (${how}); it is started again. Its last lines, from ${join(logFolder(localFolder), `${name}.log`)}:`,
      )
      progress.say(lastLines.replace(/^/gm, '    '))
    },
    onGivenUp: (name, reason) => {
      progress.fail(`${name} can't be kept running (${reason})`)
      giveUp?.()
    },
  }

  const mode = command === 'dev' ? 'development' : 'production'
  running = await openInstallation({ folder: localFolder, mode, command, sites, seed: true, watcher, signal: stopping.signal })
  const { services, stop } = running
  const addresses = {
    site: `http://localhost:${sites.site}`,
    tenant: `http://<slug>.localhost:${sites.site}`,
    platform: `http://localhost:${sites.platform}`,
  }
  writeServices(localFolder, { ...services.addresses, ...addresses, metrics: services.ports }, services.env)
  const first = await progress.step('First page', () => firstPage(sites.site), String)
  if (first !== '200') progress.warn(`The first page answered: ${first}. See ${join(logFolder(localFolder), 'site.log')}`)
  for (const notice of services.notices) progress.warn(notice)
  printWelcome(services, seconds(Date.now() - startedAt))
  audio = startDemoAudio(localFolder, services)

  const how = await Promise.race([stopping.requested, failed])
  await progress.step('Stopping', async () => {
    await audio?.stop()
    await stop()
  })
  return how === 'failed' ? 1 : 0
}
