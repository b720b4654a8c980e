// A launcher for the tests of lifecycle: starts the services of a folder, says so, and waits to be killed.
import { startServices } from '../services.ts'

const [folder = ''] = process.argv.slice(2)
await startServices({ folder, given: {}, step: (_label, work) => Promise.resolve(work(() => undefined)) })
process.stdout.write('started\n')
setInterval(() => undefined, 1_000)
