import { spawn } from 'node:child_process'
import { basename, join } from 'node:path'
import { forgetProcess, recordProcess } from '../../../scripts/lib/ledger.mjs'
import type { Report } from '../../../scripts/lib/progress.mjs'
import { requireTool } from './machine/run-tool.ts'
import { localFolder, root } from './paths.ts'

export interface TaskContext {
  folder: string
  env: NodeJS.ProcessEnv
  signal?: AbortSignal
}

/** For every child: no look at the network, whatever it would like to tell or ask there. */
export const quietEnv = {
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  CHECKPOINT_DISABLE: '1',
  // Prisma's own engine is never used; it only looks whether there is a program (docs/decisions).
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  NODE_NO_WARNINGS: '1',
}

const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

/** Runs one of turbo's tasks over all packages; unchanged ones come from its cache. */
export async function turbo(
  task: 'generate' | 'build' | 'typecheck',
  { folder, env, signal }: TaskContext,
  report: Report,
): Promise<string> {
  const output = await requireTool({
    name: task,
    command: bin('turbo'),
    args: ['run', task, '--output-logs=new-only', '--log-order=stream', '--no-color', '--concurrency=2'],
    env: { ...env, ...quietEnv },
    folder,
    signal,
    onLine: (line) => report(line.replace(/^@[\w-]+\//, '')),
  })
  const [, cached, total] = /Cached:\s+(\d+) cached, (\d+) total/.exec(output) ?? []
  return cached === total ? 'unchanged' : ''
}

/** Runs a TypeScript file as a program of its own. */
export async function runScript(
  name: string,
  file: string,
  args: string[],
  { folder, env, signal }: TaskContext,
  report: Report,
): Promise<void> {
  await requireTool({
    name,
    command: process.execPath,
    args: ['--import', 'tsx', join(root, file), ...args],
    env: { ...env, ...quietEnv },
    folder,
    signal,
    onLine: report,
  })
}

/** Runs a TypeScript file whose output is the reader's. Returns its exit code. */
export const runInView = (file: string, args: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> =>
  runNode(['--import', 'tsx', join(root, file), ...args], env, signal)

/** Runs Node with the reader's terminal, passes a request to stop on, and returns its exit code. */
export function runNode(args: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, ...quietEnv },
    stdio: 'inherit',
  })
  const { pid = 0 } = child
  recordProcess(localFolder, { name: basename(args.find((arg) => /\.m?[jt]s$/.test(arg)) ?? 'node'), pid, stopSignal: 'SIGTERM' })
  const end = () => child.kill('SIGTERM')
  signal.addEventListener('abort', end, { once: true })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', end)
      forgetProcess(localFolder, pid)
      done(code ?? 1)
    })
  })
}
