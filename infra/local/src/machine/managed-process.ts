import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { forgetProcess, recordProcess } from '../../../../scripts/lib/ledger.mjs'
import { portHolder } from '../../../../scripts/lib/ports.mjs'
import { Problem, saysDiskFull } from '../../../../scripts/lib/problem.mjs'
import { endProcess, processIdentity } from '../../../../scripts/lib/processes.mjs'
import { logFolder } from '../paths.ts'
import { takenPort } from './taken-port.ts'

export interface ProcessPlan {
  name: string
  command: string
  args: string[]
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** The user it runs as, when that is not ours. */
  user?: { uid: number; gid: number }
  /** The name it is called by, for a program that looks at it. */
  calledAs?: string
  stopSignal?: NodeJS.Signals
  stopTimeoutMs?: number
}

export interface ManagedProcess {
  readonly name: string
  readonly pid: number
  readonly logFile: string
  /** Settles when it has ended, whoever ended it. */
  readonly ended: Promise<string>
  isRunning(): boolean
  lastLines(count?: number): Promise<string>
  stop(): Promise<void>
  kill(): void
}

const logBytes = 10 * 1024 * 1024

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches the launcher alone and things end in their order.
 * Its output goes straight to `logs/<name>.log`; its number is in the ledger until it has ended.
 */
export function startProcess(folder: string, plan: ProcessPlan): ManagedProcess {
  const logFile = join(logFolder(folder), `${plan.name}.log`)
  const log = openLog(folder, logFile)
  const earlier = fstatSync(log).size
  const child = spawn(plan.command, plan.args, {
    cwd: plan.cwd,
    env: plan.env ?? process.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...(plan.calledAs ? { argv0: plan.calledAs } : {}),
    ...plan.user,
  })
  closeSync(log)
  const stopSignal = plan.stopSignal ?? 'SIGTERM'
  const { pid } = child
  if (pid !== undefined) recordProcess(folder, { name: plan.name, pid, stopSignal })
  const identity = pid === undefined ? '' : (processIdentity(pid) ?? '')
  const ended = endOf(child).then((how) => {
    if (pid !== undefined) forgetProcess(folder, pid)
    return how
  })
  return {
    name: plan.name,
    pid: pid ?? 0,
    logFile,
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null && pid !== undefined,
    // Of this run: what an earlier one said would mislead.
    lastLines: async (count = 12) => {
      const said = (await readFile(logFile).catch(() => Buffer.alloc(0))).subarray(earlier)
      return said.toString().trimEnd().split('\n').slice(-count).join('\n')
    },
    stop: async () => {
      if (pid !== undefined) await endProcess(pid, identity, { signal: stopSignal, timeoutMs: plan.stopTimeoutMs ?? 15_000 })
      await ended
    },
    kill: () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    },
  }
}

function openLog(folder: string, file: string): number {
  mkdirSync(logFolder(folder), { recursive: true })
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logBytes) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((done) => {
    child.once('error', (error) => done(error.message))
    child.once('exit', (code, signal) => done(signal ? `ended by ${signal}` : `exit code ${code}`))
  })
}

/** Asks again and again until the answer is yes. Throws when the process ends first or the time is over, with its last lines. */
export async function waitUntil(
  managed: ManagedProcess,
  isReady: () => Promise<boolean>,
  { timeoutMs = 30_000, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<void> {
  const deadline = Date.now() + timeoutMs
  let how: string | undefined
  managed.ended.then((text) => {
    how = text
  })
  while (!(await isReady().catch(() => false))) {
    signal?.throwIfAborted()
    if (how !== undefined) throw await startFailure(managed, how)
    if (Date.now() > deadline) throw await startFailure(managed, `no answer within ${timeoutMs / 1000} s`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

async function startFailure(managed: ManagedProcess, how: string): Promise<Error> {
  const lines = await managed.lastLines(8)
  // Named for what it is, so that `explain` finds the remedy for a full disk and the like.
  if (saysDiskFull(lines)) return Object.assign(new Error(lines), { code: 'ENOSPC' })
  const port = takenPort(lines)
  if (port) {
    const holder = portHolder(port)
    return new Problem(
      `Port ${port}, which ${managed.name} needs, was taken meanwhile${holder ? ` by process ${holder.pid} (${holder.name})` : ''}`,
      'run the same command again: another one is chosen',
    )
  }
  return new Problem(`${managed.name} did not start (${how})`, `read ${managed.logFile}; it ends:\n${lines.replace(/^/gm, '    ')}`)
}
