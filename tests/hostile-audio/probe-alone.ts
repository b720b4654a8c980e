import { probeHostileAudio } from './probe-hostile-audio.ts'

// A process of its own, forked by `npm run probe`: its memory is what these files take, and not what a hundred thousand probes left behind.
const tally = await probeHostileAudio((line) => process.stderr.write(`  FAILED: ${line}\n`))
process.send?.(tally, () => process.exit())
