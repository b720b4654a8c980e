import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
export const hourMs = 3_600_000
const minutes = 60

/** Kick, bass, a chord and hats, a little noise: what an encoder works on as hard as on a record. */
const voice = (hz: number, seed: number): string =>
  `0.35*sin(2*PI*55*t)*exp(-6*mod(t\\,0.5))+0.08*(sin(2*PI*${hz}*t)+sin(2*PI*${hz * 1.5}*t))*(1-exp(-3*mod(t\\,2)))+0.12*(random(${seed})-0.5)*exp(-20*mod(t\\,0.25))`

/** A stereo WAV of 60 minutes (635 MB) in a folder of its own, which goes when `use` is done. */
export async function withHourOfSound<T>(use: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hour-'))
  try {
    const [minute, hour] = [join(folder, 'minute.wav'), join(folder, 'hour.wav')]
    const source = `aevalsrc=exprs='${voice(440, 0)}|${voice(554, 1)}':s=44100:d=60`
    await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, '-c:a', 'pcm_s16le', minute])
    await run('ffmpeg', ['-v', 'error', '-y', '-stream_loop', String(minutes - 1), '-i', minute, '-c', 'copy', hour])
    return await use(hour, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
