import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { forgetProcess, recordProcess } from '../../../../scripts/lib/ledger.mjs'
import { Problem, saysDiskFull } from '../../../../scripts/lib/problem.mjs'
import { endProcess, processIdentity } from '../../../../scripts/lib/processes.mjs'
import { logFolder, root } from '../paths.ts'

export interface ToolPlan {
  /** Names its log. */
  name: string
  command: string
  args: string[]
  env?: NodeJS.ProcessEnv
  folder: string
  signal?: AbortSignal
  /** Hears every line it says. */
  onLine?: (line: string) => void
  /** Said instead of the tool's last lines when it fails. */
  remedy?: string
}

export interface ToolResult {
  code: number
  output: string
}

const keptBytes = 200_000

/** Runs a program to its end in a group of its own; what it says goes to its log. When the signal is given, the whole group ends. */
export function runTool({ name, command, args, env, folder, signal, onLine }: ToolPlan): Promise<ToolResult> {
  mkdirSync(logFolder(folder), { recursive: true })
  const log = createWriteStream(join(logFolder(folder), `${name}.log`), { mode: 0o600 })
  const child = spawn(command, args, { cwd: root, env: env ?? process.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const { pid } = child
  if (pid !== undefined) recordProcess(folder, { name, pid, stopSignal: 'SIGTERM' })
  const identity = pid === undefined ? '' : (processIdentity(pid) ?? '')
  const end = () => {
    if (pid === undefined) return
    void endGroup(pid, identity)
  }
  signal?.addEventListener('abort', end, { once: true })
  let output = ''
  const hear = (chunk: Buffer) => {
    log.write(chunk)
    const text = stripVTControlCharacters(chunk.toString())
    output = `${output}${text}`.slice(-keptBytes)
    if (onLine) for (const line of text.split('\n')) if (line.trim()) onLine(line.trim())
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve, reject) => {
    const finish = () => {
      signal?.removeEventListener('abort', end)
      if (pid !== undefined) forgetProcess(folder, pid)
      log.end()
    }
    child.once('error', (cause) => {
      finish()
      reject(new Problem(`${command} does not run (${cause.message})`, 'run `npm ci` and try again', { cause }))
    })
    child.once('close', (code) => {
      finish()
      if (signal?.aborted) reject(signal.reason)
      else resolve({ code: code ?? 1, output })
    })
  })
}

/** The whole group: a task runner's own children too. */
async function endGroup(pid: number, identity: string): Promise<void> {
  try {
    process.kill(-pid, 'SIGTERM')
  } catch {
    return
  }
  await endProcess(pid, identity, { timeoutMs: 5_000 })
}

/** Runs a program that must succeed. */
export async function requireTool(plan: ToolPlan): Promise<string> {
  const { code, output } = await runTool(plan)
  if (code === 0) return output
  if (saysDiskFull(output)) throw Object.assign(new Error(output), { code: 'ENOSPC' })
  const tail = output.trimEnd().split('\n').slice(-25).join('\n').replace(/^/gm, '    ')
  throw new Problem(
    `${plan.name} failed (exit code ${code})`,
    `${plan.remedy ?? `read ${join(logFolder(plan.folder), `${plan.name}.log`)}`}; it ends:\n${tail}`,
  )
}
