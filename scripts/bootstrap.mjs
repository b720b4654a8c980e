// The door to everything: runs on any Node from 20.19, before a single package is installed. It checks the machine, installs what is
// missing, and hands over to infra/local/src/cli.ts on the project's own Node.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { canInstall } from './lib/apt.mjs'
import { install, missingPackages } from './lib/install.mjs'
import { listInstances, listLeftovers } from './lib/ledger.mjs'
import { checkDisk, checkNode, checkPlatform, findNode, ignoresScripts, roomToInstall, roomToRun } from './lib/machine.mjs'
import { isFreeEverywhere, portHolder } from './lib/ports.mjs'
import { explain, Problem, Stopped } from './lib/problem.mjs'
import { providePrograms, requireInstallable } from './lib/programs.mjs'
import { progress } from './lib/progress.mjs'
import { alreadyRunning, lockHolder } from './lib/state.mjs'

const root = resolve(import.meta.dirname, '..')
const local = join(root, '.local')
const commands = ['start', 'dev', 'test', 'check', 'bench', 'probe', 'faults', 'reset', 'seed', 'backup', 'restore', 'cleanup']
const serving = ['start', 'dev']
/** Those that are of no use without the services. */
const needPrograms = [...serving, 'test', 'bench', 'probe', 'faults']

/** Before anything slow: a port that is taken now is still taken after a minute's installation. */
async function checkPorts() {
  const holder = lockHolder(join(local, 'run.lock'))
  if (holder) throw alreadyRunning(holder)
  const leftovers = listLeftovers(local)
  for (const [name, port] of Object.entries({
    PORT: Number(process.env.PORT || 3000),
    PLATFORM_PORT: Number(process.env.PLATFORM_PORT || 3001),
  })) {
    if (await isFreeEverywhere(port)) continue
    const taken = portHolder(port)
    // What an earlier run left behind is cleared away by the start itself.
    if (taken && leftovers.some(({ pid }) => pid === taken.pid)) continue
    throw new Problem(
      `Port ${port} is taken${taken ? ` by process ${taken.pid} (${taken.name})` : ''}`,
      `end ${taken ? 'it' : 'what listens there'}, or choose another: ${name}=${port + 100} npm start`,
    )
  }
}

/**
 * What a request to stop does: Ctrl-C, SIGTERM, a closed terminal, and the end of npm, of which npm itself tells nobody.
 * @type {(signal: NodeJS.Signals) => void}
 */
let stopBy = () => process.exit(130)

function listen() {
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stopBy(signal))
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stopBy('SIGTERM')
  }, 1_000)
  watch.unref()
}

/**
 * The packages, and beside them the programs that no package carries. When one fails or somebody asks to stop, both are ended before
 * this throws.
 * @param {string} command
 */
async function provide(command) {
  const ending = new AbortController()
  stopBy = () => ending.abort(new Stopped())
  if (ignoresScripts()) progress.say('ignore-scripts is set on this machine: fine, no package here needs its install script.')
  const work = [
    progress.step('Installing packages', (report) => install(root, report, ending.signal)),
    ...(needPrograms.includes(command) && canInstall() ? [providePrograms(process.env, progress.step, ending.signal)] : []),
  ]
  await Promise.all(work.map((part) => part.catch((error) => ending.abort(error))))
  ending.signal.throwIfAborted()
}

/** Runs the command on the project's Node and ends as it ends. Requests to stop are passed on. */
function handOver(/** @type {string} */ node, /** @type {string[]} */ args) {
  const child = spawn(node, ['--import', 'tsx', join(root, 'infra', 'local', 'src', 'cli.ts'), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`, NODE_NO_WARNINGS: '1' },
  })
  stopBy = (signal) => child.kill(signal)
  return new Promise((done) => {
    child.once('exit', async (code) => {
      // Killed or crashed, it could end nobody: do that for it, so that no process stays behind.
      if (args[0] !== 'cleanup' && listInstances(local).some((folder) => listLeftovers(folder).length > 0))
        await handOver(node, ['cleanup'])
      done(code ?? 1)
    })
  })
}

async function main() {
  const [command = '', ...args] = process.argv.slice(2)
  if (!commands.includes(command)) throw new Problem(`There is no command "${command}"`, `use one of ${commands.slice(0, -1).join(', ')}`)
  checkNode()
  checkPlatform()
  listen()
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  if (serving.includes(command)) await checkPorts()
  const missing = process.env.SKIP_INSTALL ? [] : missingPackages(root)
  // `.local` may be a volume of its own. What frees space must work without any.
  if (command !== 'reset') checkDisk({ [root]: missing.length > 0 ? roomToInstall : roomToRun, [local]: roomToRun })
  // Said before the minute that packages take.
  if (serving.includes(command)) requireInstallable(process.env)
  if (missing.length > 0) await provide(command)
  return handOver(findNode(root), [command, ...args])
}

// A closed terminal takes no more words; that must not end what still has to end others.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

try {
  process.exitCode = Number(await main())
} catch (error) {
  const known = explain(error, root)
  if (known instanceof Stopped) {
    progress.say('Stopped.')
    process.exitCode = 130
  } else if (known instanceof Problem) progress.fail(known.message)
  else console.error(error)
  process.exitCode ||= 1
}
