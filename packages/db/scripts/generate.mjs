// Prisma looks for its schema engine before generating and would download it; generating needs none,
// so any existing executable satisfies the look (docs/decisions: Prisma 7 without its engine download).
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const manifest = require.resolve('prisma/package.json')
const cli = join(dirname(manifest), require(manifest).bin.prisma)
const run = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  cwd: dirname(import.meta.dirname),
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  stdio: ['ignore', 'inherit', 'inherit'],
})
process.exit(run.status ?? 1)
