import { constants, setPriority } from 'node:os'
import { parseArgs } from 'node:util'
import { closeDatabase } from '@residency/db'
import { AppError } from '@residency/domain/errors'
import { closeStorage } from '@residency/integrations/storage'
import { seedAudio } from './upload/seed-audio.ts'

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort(new Error('stopped')))

// Everything else goes first: the sites, the worker, whoever works at this machine.
setPriority(constants.priority.PRIORITY_LOW)

const { values } = parseArgs({
  options: { mixes: { type: 'string' }, seconds: { type: 'string' }, demo: { type: 'boolean', default: false } },
})
const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

try {
  const made = await seedAudio({
    mixes: number(values.mixes),
    seconds: number(values.seconds),
    demo: values.demo,
    log: (line) => console.log(line),
    signal: stopping.signal,
  })
  console.log(made.length > 0 ? `${made.length} mixes uploaded` : 'nothing to upload')
} catch (error) {
  if (stopping.signal.aborted) console.log('stopped; the next start goes on')
  else {
    console.error(error instanceof AppError ? `${error.code} ${JSON.stringify(error.detail ?? {})}` : error)
    process.exitCode = 1
  }
} finally {
  await closeDatabase()
  closeStorage()
}
