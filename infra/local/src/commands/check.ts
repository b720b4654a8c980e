import { join } from 'node:path'
import { progress } from '../../../../scripts/lib/progress.mjs'
import { runTool } from '../machine/run-tool.ts'
import { localFolder, root } from '../paths.ts'
import { quietEnv } from '../tasks.ts'

interface CheckStep {
  label: string
  command: string
  args: string[]
  /** The lines that matter when it fails; all of them when it says nothing else. */
  keep?: RegExp
}

const bin = (name: string): string => join(root, 'node_modules', '.bin', name)
const sources = ['apps', 'packages', 'infra', 'tests', 'scripts']
const script = (file: string): string[] => ['--import', 'tsx', join(root, file)]

const steps: CheckStep[] = [
  { label: 'Format and lint', command: bin('biome'), args: ['ci', '--error-on-warnings', '--colors=off', '.'] },
  {
    label: 'Types',
    command: bin('turbo'),
    args: ['run', 'typecheck', '--output-logs=new-only', '--log-order=stream', '--no-color', '--concurrency=2', '--continue'],
    keep: /error TS\d+|:typecheck: {3}\S/,
  },
  {
    label: 'Architecture',
    command: bin('depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...sources],
  },
  { label: 'Dead code', command: bin('knip'), args: ['--no-progress'] },
  { label: 'Languages', command: process.execPath, args: script('packages/i18n/scripts/check.ts') },
]

/** Runs every check and shows what each finds. Returns the labels of those that failed. */
export async function runChecks(signal: AbortSignal): Promise<string[]> {
  const env = { ...process.env, ...quietEnv, FORCE_COLOR: '0' }
  // The types of the database are generated; without them the other checks would speak of nothing else.
  const generated = await progress.step('Database client', () =>
    runTool({ name: 'generate', command: bin('turbo'), args: ['run', 'generate', '--no-color'], env, folder: localFolder, signal }),
  )
  if (generated.code !== 0) return show('Database client', generated.output)
  const failed: string[] = []
  for (const { label, command, args, keep } of steps) {
    const name = `check-${label.toLowerCase().replaceAll(' ', '-')}`
    try {
      await progress.step(label, async (report) => {
        const { code, output } = await runTool({ name, command, args, env, folder: localFolder, signal, onLine: report })
        if (code !== 0) throw new Finding(output)
      })
    } catch (error) {
      if (!(error instanceof Finding)) throw error
      failed.push(...show(label, essence(error.message, keep)))
    }
  }
  return failed
}

const essence = (output: string, keep = /^/): string => {
  const lines = output.split('\n').filter((line) => keep.test(line))
  return lines.length > 0 ? lines.join('\n') : output
}

/** Not a fault of the machine: the check did its work and found something. */
class Finding extends Error {}

function show(label: string, output: string): string[] {
  progress.say(output.trimEnd().replace(/^/gm, '    '))
  return [label]
}

export async function check(signal: AbortSignal): Promise<number> {
  const failed = await runChecks(signal)
  progress.say(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
}
