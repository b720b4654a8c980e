import { existsSync } from 'node:fs'
import { chown, cp, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../../../../scripts/lib/progress.mjs'
import { outsideFolder } from '../paths.ts'
import { findBinaries } from './binaries.ts'
import { canReach, type ServerUser, serverUser } from './server-user.ts'

export interface PostgresPlace {
  user: ServerUser | null
  /** Where the data lies. */
  home: string
  data: string
  bin: string
  /** What the reader should know about it. */
  notice: string | null
}

/**
 * Finds a home for the data and programs that the server's user can enter: `<folder>/postgres`, else /var/lib. A home that belongs to an
 * earlier state of the folder (another `instance`) is put aside, never used and never deleted, unless it was for tests.
 */
export async function findPlace(
  { folder, instance, ephemeral }: { folder: string; instance: string; ephemeral: boolean },
  report: Report,
): Promise<PostgresPlace> {
  const binaries = await findBinaries()
  const inside = join(folder, 'postgres')
  const user = await serverUserFor(join(inside, 'data'))
  await makeHome(inside, user)
  if (!user || (canReach(user, inside, 'write') && canReach(user, join(binaries.home, 'bin', 'postgres'), 'execute'))) {
    return { user, home: inside, data: join(inside, 'data'), bin: join(binaries.home, 'bin'), notice: null }
  }
  // Empty unless somebody else's server lived there: then it stays.
  await rmdir(inside).catch(() => undefined)
  const home = outsideFolder(folder)
  const putAside = await putAsideForeign(home, instance, ephemeral)
  await makeHome(home, user)
  await writeFile(join(home, 'instance'), instance)
  const programs = join(home, `programs-${binaries.version}`)
  if (!existsSync(programs)) {
    report('copying the programs')
    await cp(binaries.home, `${programs}.draft`, { recursive: true, verbatimSymlinks: true })
    await rename(`${programs}.draft`, programs)
  }
  const notice = `Postgres runs as the user postgres, who can't enter ${folder}: its data is in ${home}${putAside ? `; an earlier one was put aside as ${putAside}` : ''}`
  return { user, home, data: join(home, 'data'), bin: join(programs, 'bin'), notice }
}

/** As root: whoever owns the data already (it may have been made before without root), else the user `postgres`. */
async function serverUserFor(data: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(data).catch(() => null)
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : serverUser()
}

async function makeHome(home: string, user: ServerUser | null): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o755 })
  if (user) await chown(home, user.uid, user.gid)
}

async function putAsideForeign(home: string, instance: string, isNothingLost: boolean): Promise<string | null> {
  if (!existsSync(home)) return null
  const owner = await readFile(join(home, 'instance'), 'utf8').catch(() => '')
  if (owner === instance) return null
  if (isNothingLost) {
    await rm(home, { recursive: true, force: true })
    return null
  }
  const aside = `${home}.${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  await rename(home, aside)
  return aside
}
