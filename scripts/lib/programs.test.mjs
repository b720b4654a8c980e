import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findMediaTools, providePrograms, requireInstallable } from './programs.mjs'

/** @type {string} */
let bin
const quiet = /** @type {typeof import('./progress.mjs').progress.step} */ (async (_label, work) => await work(() => undefined))
const redisElsewhere = { REDIS_URL: 'redis://elsewhere' }

/** @param {string} name @param {string} script */
function put(name, script) {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(bin, name), 0o755)
  return join(bin, name)
}

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'programs-'))
  vi.stubEnv('PATH', bin)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(bin, { recursive: true })
})

describe('the programs for audio', () => {
  it('are those on the PATH, or those that are named', () => {
    const [ffmpeg, ffprobe, other] = [put('ffmpeg', 'exit 0'), put('ffprobe', 'exit 0'), put('ffmpeg-7', 'exit 0')]
    expect(findMediaTools({})).toEqual({ FFMPEG_PATH: ffmpeg, FFPROBE_PATH: ffprobe })
    expect(findMediaTools({ FFMPEG_PATH: other })).toEqual({ FFMPEG_PATH: other, FFPROBE_PATH: ffprobe })
    expect(findMediaTools({ FFMPEG_PATH: 'ffmpeg-7' })?.FFMPEG_PATH).toBe(other)
  })

  it('are refused when named and broken, instead of replaced by others', () => {
    put('ffmpeg', 'exit 0')
    put('ffprobe', 'exit 0')
    const broken = put('broken', 'exit 127')
    expect(() => findMediaTools({ FFPROBE_PATH: broken })).toThrow(`FFPROBE_PATH=${broken} does not run: correct it, or unset it`)
  })
})

describe('a missing program', () => {
  it('is named with all others in one line that says what to install, where we may not', () => {
    put('apt-get', 'exit 1')
    vi.spyOn(process, 'getuid').mockReturnValue(1000)
    expect(() => requireInstallable({})).toThrow(
      /^Redis and ffmpeg are missing on this machine: run `sudo apt-get install redis-tools ffmpeg`, or set REDIS_URL .*FFMPEG_PATH.*$/,
    )
    expect(() => requireInstallable(redisElsewhere)).toThrow(/^ffmpeg is missing .* `sudo apt-get install ffmpeg`/)
  })

  it('is installed as root, once what a broken-off installation left is set up', async () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0)
    const said = join(bin, 'said')
    const program = (/** @type {string} */ name) => `echo '#!/bin/sh' > ${bin}/${name}; /bin/chmod 755 ${bin}/${name}`
    put('dpkg', `echo dpkg $* >> ${said}`)
    put(
      'apt-get',
      `echo apt-get $* >> ${said}
if [ $(/usr/bin/wc -l < ${said}) = 1 ]; then echo "E: dpkg was interrupted, you must manually run 'dpkg --configure -a'" >&2; exit 100; fi
${program('ffmpeg')}; ${program('ffprobe')}`,
    )
    await providePrograms(redisElsewhere, quiet)
    const calls = readFileSync(said, 'utf8').trim().split('\n')
    expect(calls.map((call) => call.replace(/^apt-get .* install/, 'install'))).toEqual([
      'install ffmpeg',
      'dpkg --configure -a',
      'install ffmpeg',
    ])
    await providePrograms(redisElsewhere, quiet)
    expect(readFileSync(said, 'utf8').trim().split('\n')).toHaveLength(3)
  })

  it('ends a download when somebody asks to stop', async () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0)
    put('apt-get', `trap 'exit 1' INT; echo started; while :; do /bin/sleep 0.1; done`)
    const stopping = new AbortController()
    const step = /** @type {typeof quiet} */ (
      async (_label, work) => await work((detail) => detail === 'started' && stopping.abort(new Error('asked')))
    )
    await expect(providePrograms(redisElsewhere, step, stopping.signal)).rejects.toThrow('asked')
  })
})
