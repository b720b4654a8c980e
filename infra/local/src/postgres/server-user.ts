import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Problem } from '../../../../scripts/lib/problem.mjs'

export interface ServerUser {
  uid: number
  gid: number
}

/** Postgres refuses to run as root: then it runs as the user `postgres`, made when missing. */
export function serverUser(): ServerUser {
  const known = lookUp('postgres')
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'pipe' })
  } catch (cause) {
    throw new Problem(
      'Postgres does not run as root, and there is no user `postgres`',
      'make one with `useradd --system postgres`, or start as another user',
      { cause },
    )
  }
  const made = lookUp('postgres')
  if (made) return made
  throw new Problem('The user `postgres` was made but is not in /etc/passwd', 'start as another user')
}

function lookUp(name: string): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

/** Asks the system itself, as that user: access is decided by every folder on the way. */
export function canReach(user: ServerUser, path: string, right: 'execute' | 'write'): boolean {
  return spawnSync('test', [right === 'execute' ? '-x' : '-w', path], { ...user, cwd: '/' }).status === 0
}
