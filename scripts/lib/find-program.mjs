import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where Debian keeps programs that a plain user's PATH leaves out. */
const further = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/**
 * Full path of the first of these programs that is installed.
 * @param {...string} names
 * @returns {string | null}
 */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder && !folder.includes('node_modules')), ...further]
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        if (statSync(file).isFile()) return file
      } catch {
        // Not in this folder.
      }
    }
  }
  return null
}
