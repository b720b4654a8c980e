import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { MediaError } from '../media-error.ts'
import { enclosure, requireTool, type ToolName } from './tools.ts'

export interface ToolLimits {
  /** Wall clock. */
  seconds: number
  /** Writable memory of the process. */
  memoryBytes?: number
  /** Bytes it may write into any one file. */
  fileBytes?: number
}

export interface ToolOptions extends ToolLimits {
  /** Pipes beyond stdin, stdout and stderr: the tool sees them as `pipe:3`, `pipe:4` … */
  pipes?: number
  /** Whether we write to its stdin; else it has none. */
  stdin?: boolean
  signal?: AbortSignal
}

/** A tool that ended badly. What that says about the file is its caller's to know. */
export class ToolFailure extends Error {
  readonly stderr: string
  constructor(tool: ToolName, how: string, stderr: string) {
    super(`${tool} ended with ${how}: ${stderr.trim().split('\n').slice(-3).join(' | ').slice(-600)}`)
    this.name = 'ToolFailure'
    this.stderr = stderr
  }
}

export interface RunningTool {
  process: ChildProcess
  /** stdout, then pipe:3, pipe:4 … */
  outputs: Readable[]
  /** The last 64 kB of its stderr. Rejects with ToolFailure, MediaError (`took_too_long`) or the signal's reason. */
  ended: Promise<string>
  kill(): void
}

const keptStderr = 64 * 1024
const defaultMemory = 400 * 1024 * 1024

async function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'media-'))
}

/**
 * Starts ffmpeg or ffprobe shut in: no network, bounded memory, time and output, an environment and a working folder with nothing in them.
 * Everything it says comes through pipes.
 */
export async function startTool(tool: ToolName, args: readonly string[], options: ToolOptions): Promise<RunningTool> {
  options.signal?.throwIfAborted()
  const [path, { before, limits }, cwd] = await Promise.all([requireTool(tool), enclosure(), emptyFolder()])
  const bounds = [
    'prlimit',
    '--core=0',
    '--nofile=64',
    `--cpu=${Math.ceil(options.seconds)}`,
    `--data=${options.memoryBytes ?? defaultMemory}`,
    `--fsize=${options.fileBytes ?? 0}`,
    '--',
  ]
  const [command = path, ...rest] = [...(limits ? bounds : []), ...before, path, ...args]
  const more = Array.from({ length: options.pipes ?? 0 }, () => 'pipe' as const)
  const child: ChildProcess = spawn(command, rest, {
    cwd,
    // Nothing of ours: whatever breaks out of the tool finds no secret. (Remix's types would have NODE_ENV in every environment.)
    env: { PATH: process.env.PATH, LC_ALL: 'C', AV_LOG_FORCE_NOCOLOR: '1' } as unknown as NodeJS.ProcessEnv,
    stdio: [options.stdin ? 'pipe' : 'ignore', 'pipe', 'pipe', ...more],
    signal: options.signal,
    killSignal: 'SIGKILL',
  })
  const kill = () => void child.kill('SIGKILL')
  const ended = watch(tool, child, options).finally(() => rmdir(cwd).catch(() => undefined))
  // Whoever reads the outputs may give up first; the failure is told to whoever waits for `ended`.
  ended.catch(() => undefined)
  const outputs = [child.stdio[1], ...child.stdio.slice(3)] as Readable[]
  return { process: child, outputs, ended, kill }
}

function watch(tool: ToolName, child: ChildProcess, options: ToolOptions): Promise<string> {
  let said = ''
  let late = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-keptStderr)
  })
  // A tool that ended early leaves us writing to nobody: its exit says why.
  child.stdin?.on('error', () => undefined)
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, options.seconds * 1000)
  return new Promise<string>((resolve, reject) => {
    child.on('error', (error) => reject(options.signal?.aborted ? options.signal.reason : error))
    child.on('close', (code, signal) => {
      if (late || signal === 'SIGXCPU') reject(new MediaError('took_too_long', `${tool}, ${options.seconds} s`))
      else if (code === 0) resolve(said)
      else reject(new ToolFailure(tool, signal ?? `code ${code}`, said))
    })
  }).finally(() => clearTimeout(timer))
}

/** Runs a tool to its end. More than `mostOutputBytes` on stdout ends it (`absurd`). */
export async function runTool(
  tool: ToolName,
  args: readonly string[],
  options: ToolOptions & { mostOutputBytes: number },
): Promise<{ stdout: Buffer; stderr: string }> {
  const running = await startTool(tool, args, options)
  const parts: Buffer[] = []
  let size = 0
  let flooded = false
  running.outputs[0]?.on('data', (part: Buffer) => {
    size += part.byteLength
    if (size <= options.mostOutputBytes) parts.push(part)
    else {
      flooded = true
      running.kill()
    }
  })
  try {
    const stderr = await running.ended
    return { stdout: Buffer.concat(parts), stderr }
  } catch (error) {
    if (flooded) throw new MediaError('absurd', `${tool} has more to say than any recording needs`)
    throw error
  }
}
