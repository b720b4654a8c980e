import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { progress } from '../../../../scripts/lib/progress.mjs'
import { localFolder, root } from '../paths.ts'
import { quietEnv, turbo } from '../tasks.ts'

const tools = {
  bench: 'tests/load/bench.ts',
  probe: 'tests/isolation/probe.ts',
  faults: 'tests/faults/faults.ts',
}

export type ToolName = keyof typeof tools
export const toolNames = Object.keys(tools) as ToolName[]

/**
 * `npm run bench`, `probe`, `faults`: each brings up the installation it wants by itself (openInstallation); built and generated is
 * here what they all need. What they print on stdout is theirs alone.
 */
export async function tool(name: ToolName, args: string[], signal: AbortSignal): Promise<number> {
  const context = { folder: localFolder, env: process.env, signal }
  await progress.step('Build', (report) => turbo('build', context, report), String)
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, tools[name]), ...args], {
    cwd: root,
    env: { ...process.env, ...quietEnv },
    stdio: 'inherit',
  })
  const end = () => child.kill('SIGTERM')
  signal.addEventListener('abort', end, { once: true })
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}
