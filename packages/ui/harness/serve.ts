/** The harness as a site to click through: node --import tsx packages/ui/harness/serve.ts <port> */
import { startHarness } from './server.ts'

const harness = await startHarness(Number(process.argv[2] ?? 4150), true)
console.log(`${harness.origin}/warehouse/home?hydrate`)
