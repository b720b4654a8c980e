import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem, saysDiskFull } from '../../../../scripts/lib/problem.mjs'
import { commandLine, endProcess, processIdentity } from '../../../../scripts/lib/processes.mjs'
import type { PostgresPlace } from './place.ts'

const major = '18'

/** Makes the data folder when there is none: in a draft that gets its name last, so that a broken-off start leaves nothing half made. */
export async function ensureCluster({ user, home, data, bin }: PostgresPlace, password: string): Promise<'new' | 'known'> {
  if (existsSync(join(data, 'PG_VERSION'))) {
    const found = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
    if (found === major) return 'known'
    throw new Problem(`${data} is of Postgres ${found}, not ${major}`, 'export it with that version, then run `npm run reset`')
  }
  const draft = `${data}.draft`
  await rm(draft, { recursive: true, force: true })
  const passwordFile = join(home, 'password.draft')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) await chown(passwordFile, user.uid, user.gid)
  try {
    // ICU's root collation: names sort as people expect in each of the four languages, the same on every machine.
    await run(
      join(bin, 'initdb'),
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=und',
        '--no-instructions',
        '--no-sync',
      ],
      user,
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rm(data, { recursive: true, force: true })
  await rename(draft, data)
  return 'new'
}

/**
 * Clears the way for a start: a server of ours that outlived its launcher is ended, and the note of one that is gone is removed when its
 * number now belongs to somebody else (Postgres would take that one for a server and refuse).
 */
export async function clearStaleServer(data: string): Promise<void> {
  const note = join(data, 'postmaster.pid')
  const pid = Number((await readFile(note, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid) return
  const identity = processIdentity(pid)
  if (identity && commandLine(pid).includes(data)) await endProcess(pid, identity, { signal: 'SIGINT', timeoutMs: 20_000 })
  await rm(note, { force: true })
}

function run(command: string, args: string[], user: PostgresPlace['user']): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2_000)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      reject(
        saysDiskFull(said)
          ? Object.assign(new Error(said), { code: 'ENOSPC' })
          : new Error(`initdb failed (exit code ${code}): ${said.trim()}`),
      )
    })
  })
}
