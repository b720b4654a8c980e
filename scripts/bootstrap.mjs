// The door to everything: runs on any Node from 20.19, before a single package is installed. It checks the machine, installs what is
// missing, and hands over to infra/local/src/cli.ts on the project's own Node.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { install, missingPackages } from './lib/install.mjs'
import { listInstances, listLeftovers } from './lib/ledger.mjs'
import { checkDisk, checkNode, checkPlatform, findNode, ignoresScripts } from './lib/machine.mjs'
import { isFreeEverywhere, portHolder } from './lib/ports.mjs'
import { explain, Problem } from './lib/problem.mjs'
import { progress } from './lib/progress.mjs'
import { alreadyRunning, lockHolder } from './lib/state.mjs'

const root = resolve(import.meta.dirname, '..')
const local = join(root, '.local')
const commands = ['start', 'dev', 'test', 'check', 'bench', 'probe', 'faults', 'reset', 'seed', 'backup', 'restore', 'cleanup']
const serving = ['start', 'dev']

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

/** Runs the command on the project's Node and ends as it ends. Signals are passed on; so is the end of npm, which npm itself does not. */
function handOver(/** @type {string} */ node, /** @type {string[]} */ args) {
  const child = spawn(node, ['--import', 'tsx', join(root, 'infra', 'local', 'src', 'cli.ts'), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`, NODE_NO_WARNINGS: '1' },
  })
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) {
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      child.kill('SIGTERM')
    }, 1_000)
    watch.unref()
  }
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
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  if (serving.includes(command)) await checkPorts()
  const missing = process.env.SKIP_INSTALL ? [] : missingPackages(root)
  checkDisk(root, missing.length === 0)
  if (missing.length > 0) {
    if (ignoresScripts()) progress.say('ignore-scripts is set on this machine: fine, no package here needs its install script.')
    await progress.step('Installing packages', (report) => install(root, report))
  }
  return handOver(findNode(root), [command, ...args])
}

// A closed terminal takes no more words; that must not end what still has to end others.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

try {
  process.exitCode = Number(await main())
} catch (error) {
  const known = explain(error, root)
  if (known instanceof Problem) progress.fail(known.message)
  else console.error(error)
  process.exitCode = 1
}
