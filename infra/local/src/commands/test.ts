import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { explain, Problem, Stopped } from '../../../../scripts/lib/problem.mjs'
import { progress } from '../../../../scripts/lib/progress.mjs'
import { ensureChromium } from '../chromium.ts'
import { type Installation, openInstallation, seedOnce } from '../installation.ts'
import type { Supervised } from '../machine/supervise.ts'
import { localFolder, root, servicesFile, testFolder } from '../paths.ts'
import { startPrograms } from '../programs.ts'
import { runNode, turbo } from '../tasks.ts'
import { runChecks } from './check.ts'
import { add, type Counts, describeCounts, none, readCounts } from './test-counts.ts'
import { parseTestOptions, type TestOptions } from './test-options.ts'

const reports = join(localFolder, 'test-reports')

/** `npm test`: all its own set-up, every kind of test, and the counts as the last line. */
export async function test(args: string[], signal: AbortSignal): Promise<number> {
  const options = parseTestOptions(args)
  let counts = none
  let installation: Installation | undefined
  const tally = (more: Counts): void => {
    counts = add(counts, more)
  }
  try {
    await rm(reports, { recursive: true, force: true })
    await mkdir(reports, { recursive: true })
    const env = options.kinds.includes('e2e') ? { CHROMIUM_PATH: await progress.step('Chromium', ensureChromium, String) } : {}
    if (options.kinds.some((kind) => kind === 'integration' || kind === 'e2e')) {
      installation = await openInstallation({
        folder: testFolder,
        mode: 'production',
        command: 'test',
        ephemeral: true,
        programs: [],
        signal,
      })
      Object.assign(env, installation.services.env, {
        SERVICES_FILE: servicesFile(testFolder),
        MAIL_OUTBOX_URL: installation.services.addresses.mail.url,
      })
    } else {
      await progress.step(
        'Database client',
        (report) => turbo('generate', { folder: localFolder, env: process.env, signal }, report),
        String,
      )
    }
    if (options.kinds.includes('check')) tally({ ...none, failed: (await runChecks(signal)).length })
    const projects = options.kinds.filter((kind) => kind === 'unit' || kind === 'integration')
    if (projects.length > 0) tally(await vitest(projects, options, env, signal))
    if (options.kinds.includes('e2e') && installation) tally(await endToEnd(installation, options, env, signal))
  } catch (error) {
    const known = explain(error, root)
    if (known instanceof Stopped) progress.say('Stopped.')
    else if (known instanceof Problem) progress.fail(known.message)
    else console.error(error)
    tally({ ...none, failed: 1 })
  } finally {
    await installation?.stop()
  }
  process.stdout.write(`${describeCounts(counts)}\n`)
  return counts.failed === 0 ? 0 : 1
}

/** The sites, built and seeded, and a browser that uses them. */
async function endToEnd({ services }: Installation, options: TestOptions, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Counts> {
  const context = { folder: testFolder, env: process.env, signal }
  const watcher = {
    onDeath: (name: string, how: string, lastLines: string) => progress.fail(`${name} ended by itself (${how}):\n${lastLines}`),
    onGivenUp: (name: string, reason: string) => progress.fail(`${name}: ${reason}`),
  }
  let programs: Supervised[] = []
  try {
    await Promise.all([
      progress.step('Build', (report) => turbo('build', context, report), String),
      seedOnce(services, context, progress.step),
    ])
    programs = await startPrograms({ folder: testFolder, mode: 'production', services, watcher })
    return await vitest(['e2e'], options, env, signal)
  } finally {
    await Promise.all(programs.map((program) => program.stop()))
  }
}

/** Runs projects of vitest.config.ts. Its own reporter shows the progress, the JSON one gives the counts. */
async function vitest(
  projects: string[],
  { coverage, filters }: TestOptions,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Counts> {
  const report = join(reports, `${projects.join('-')}.json`)
  progress.say(`  Running ${projects.join(' and ')} tests`)
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(coverage ? ['--coverage'] : []),
    ...filters,
  ]
  const settings = { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent', ...env, NODE_ENV: 'test' }
  const code = await runNode([join(root, 'node_modules/vitest/vitest.mjs'), ...args], settings, signal)
  signal.throwIfAborted()
  return readCounts(report, code)
}
