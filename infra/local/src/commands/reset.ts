import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { listInstances } from '../../../../scripts/lib/ledger.mjs'
import { Problem } from '../../../../scripts/lib/problem.mjs'
import { endProcess } from '../../../../scripts/lib/processes.mjs'
import { progress } from '../../../../scripts/lib/progress.mjs'
import { lockHolder } from '../../../../scripts/lib/state.mjs'
import { endLeftovers } from '../machine/leftovers.ts'
import { localFolder, lockFile, outsideFolder, root } from '../paths.ts'

/** What lies outside the checkout because the database's user could not enter it, with what was put aside there. */
function outsideFolders(folders: string[]): string[] {
  return folders.flatMap((folder) => {
    const outside = outsideFolder(folder)
    if (!existsSync(dirname(outside))) return []
    return readdirSync(dirname(outside))
      .filter((name) => name === basename(outside) || name.startsWith(`${basename(outside)}.`))
      .map((name) => join(dirname(outside), name))
  })
}

/** Ends what an earlier run left behind; also called by the bootstrap when the launcher itself was killed. */
export async function cleanUp(): Promise<string[]> {
  const ended: string[] = []
  for (const folder of listInstances(localFolder)) if (!lockHolder(lockFile(folder))) ended.push(...(await endLeftovers(folder)))
  return ended
}

/**
 * `npm run reset`: deletes what is ours, and ends what was left behind. On a terminal it asks first; in a script (no terminal) it goes ahead, since
 * nobody could answer. What runs here and now is somebody's: then it refuses. `--yes` goes ahead without asking, and ends that too.
 */
export async function reset(args: string[]): Promise<number> {
  const folders = listInstances(localFolder)
  const doomed = [...(existsSync(localFolder) ? [localFolder] : []), ...outsideFolders(folders)]
  if (doomed.length === 0) {
    progress.say('Nothing to remove: there is no local data.')
    return 0
  }
  const running = folders.map((folder) => lockHolder(lockFile(folder))).find((holder) => holder !== null)
  if (running && !args.includes('--yes'))
    throw new Problem(
      `\`npm run ${running.command}\` is running here (process ${running.pid}); nothing was removed`,
      'end it with Ctrl-C, or have it ended: npm run reset -- --yes',
    )
  progress.say('This removes the local database, queues, files, mails, secrets and logs:')
  for (const folder of doomed) progress.say(`  ${folder.startsWith(root) ? `${relative(root, folder)}/` : folder}`)
  if (!args.includes('--yes') && process.stdin.isTTY && !(await confirm('Go on? [y/N] '))) {
    progress.say('Nothing was removed.')
    return 1
  }
  for (const folder of folders) {
    const holder = lockHolder(lockFile(folder))
    if (!holder) continue
    await progress.step(`Ending npm run ${holder.command}`, () => endProcess(holder.pid, holder.identity, { timeoutMs: 40_000 }))
  }
  const ended = await cleanUp()
  if (ended.length > 0) progress.say(`Ended: ${ended.join(', ')}`)
  await progress.step('Removing', () => Promise.all(doomed.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 }))))
  return 0
}

async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(question)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}
