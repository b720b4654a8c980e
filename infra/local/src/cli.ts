import { explain, Problem, Stopped } from '../../../scripts/lib/problem.mjs'
import { progress } from '../../../scripts/lib/progress.mjs'
import { listenToStopSignals } from './machine/stop-signals.ts'
import { root } from './paths.ts'

/** Runs one command of package.json. Modules are loaded as they are needed: `reset` must work when half of them would not. */
async function run(command: string, args: string[]): Promise<number> {
  if (command === 'start' || command === 'dev') return (await import('./commands/launch.ts')).launch(command)
  if (command === 'reset') return (await import('./commands/reset.ts')).reset(args)
  if (command === 'cleanup') {
    const ended = await (await import('./commands/reset.ts')).cleanUp()
    if (ended.length > 0) progress.say(`Ended what was left running: ${ended.join(', ')}`)
    return 0
  }
  const { signal } = listenToStopSignals(
    () => progress.say('Stopping …'),
    () => process.exit(130),
  )
  if (command === 'test') return (await import('./commands/test.ts')).test(args, signal)
  if (command === 'check') return (await import('./commands/check.ts')).check(signal)
  if (command === 'seed') return (await import('./commands/seed.ts')).seed(args, signal)
  if (command === 'backup' || command === 'restore') return (await import('./commands/archive.ts')).archive(command, args, signal)
  const { tool, toolNames } = await import('./commands/tool.ts')
  const name = toolNames.find((known) => known === command)
  if (!name) throw new Problem(`There is no command "${command}"`, 'see the scripts of package.json')
  return tool(name, args, signal)
}

// A closed terminal takes no more words; what was started must still be ended in its order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const [command = '', ...args] = process.argv.slice(2)
try {
  process.exitCode = await run(command, args)
} catch (error) {
  const known = explain(error, root)
  if (known instanceof Stopped) process.exitCode = 0
  else {
    if (known instanceof Problem) progress.fail(known.message)
    else console.error(error)
    process.exitCode = 1
  }
}
// A connection somebody forgot must not keep a finished command alive; an open pipe to a slow reader must be emptied.
process.stdout.write('', () => process.exit())
