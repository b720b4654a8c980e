import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { envSchema } from '@residency/config'

const run = promisify(execFile)

export type ToolName = 'ffmpeg' | 'ffprobe'

/** How far this machine lets us lock a decoder in. */
export interface Enclosure {
  /** Words put before the tool's own, each replacing itself by the next: the process's id stays. */
  before: readonly string[]
  /** `namespace`: no network at all, by the kernel. `protocols`: ffmpeg's own whitelist alone. */
  network: 'namespace' | 'protocols'
  /** Whether the kernel bounds memory, processor time and written bytes. */
  limits: boolean
}

/** Of the whole environment these two alone: what works on files needs no database. */
const paths = envSchema.pick({ FFMPEG_PATH: true, FFPROBE_PATH: true })

function pathOf(tool: ToolName): string {
  const { FFMPEG_PATH, FFPROBE_PATH } = paths.parse(process.env)
  return tool === 'ffmpeg' ? FFMPEG_PATH : FFPROBE_PATH
}

const works = (command: string, args: readonly string[]): Promise<boolean> =>
  run(command, [...args], { timeout: 10_000 }).then(
    () => true,
    () => false,
  )

const known = new Map<ToolName, Promise<string>>()

/** The tool's path, once it has answered. Throws a plain Error that says what to install. */
export function requireTool(tool: ToolName): Promise<string> {
  const asked = known.get(tool)
  if (asked) return asked
  const path = pathOf(tool)
  const answer = works(path, ['-version']).then((there) => {
    if (there) return path
    known.delete(tool)
    throw new Error(`${path} does not run: install ffmpeg (apt-get install ffmpeg) or set ${tool.toUpperCase()}_PATH`)
  })
  known.set(tool, answer)
  return answer
}

let found: Promise<Enclosure> | null = null

/** Looks once what the kernel and util-linux offer here; a container may forbid namespaces. */
export function enclosure(): Promise<Enclosure> {
  found ??= look()
  return found
}

async function look(): Promise<Enclosure> {
  const limits = await works('prlimit', ['--core=0', '--', 'true'])
  const ways = [
    ['unshare', '--net', '--'],
    ['unshare', '--map-current-user', '--net', '--'],
  ]
  for (const way of ways) {
    const [command = '', ...args] = way
    if (await works(command, [...args, 'true'])) return { before: way, network: 'namespace', limits }
  }
  return { before: [], network: 'protocols', limits }
}
