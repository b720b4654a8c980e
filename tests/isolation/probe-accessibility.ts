import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureChromium, root } from '@residency/local'
import type { Report } from '../support/report.ts'

const presets = ['warehouse', 'nocturne', 'daylight', 'cassette', 'signal']

/** axe over every page of every preset, in both modes and all four languages, at 390 and 1440 pixels; `npm test` does it pairwise. */
export async function probeAccessibility(report: Report): Promise<number> {
  const env = { ...process.env, CHROMIUM_PATH: await ensureChromium(report.say) }
  let failed = 0
  for (const preset of presets) {
    report.say(`accessibility of ${preset} …`)
    const args = ['--import', 'tsx', join(root, 'packages/ui/harness/axe.ts'), '--preset', preset, '--page', 'all', '--locale', 'all']
    const said = await new Promise<string>((done) => {
      // The channel says when this process has gone, in whatever way: the browser's then goes as well.
      const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] })
      let text = ''
      child.stdout?.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      child.once('close', () => done(text.trim()))
    })
    const clean = /clean: (\d+) pages$/.exec(said)
    const findings = clean ? 0 : Number(/(\d+) findings$/.exec(said)?.[1] ?? 1)
    if (!clean) report.say(said.split('\n').slice(0, 12).join('\n'))
    failed += findings
    report.line({ name: `accessibility.${preset}`, tried: Number(clean?.[1] ?? 0), failed: findings })
  }
  return failed
}
