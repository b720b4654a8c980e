import { progress } from '../../../../scripts/lib/progress.mjs'
import { localFolder } from '../paths.ts'
import { runInView, turbo } from '../tasks.ts'

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
  await progress.step('Build', (report) => turbo('build', { folder: localFolder, env: process.env, signal }, report), String)
  return runInView(tools[name], args, process.env, signal)
}
