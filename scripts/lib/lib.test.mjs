import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { missingPackages } from './install.mjs'
import { checkDisk } from './machine.mjs'
import { isFreeEverywhere, portHolder } from './ports.mjs'
import { explain, Problem } from './problem.mjs'
import { createProgress } from './progress.mjs'
import { lockHolder, readState, takeLock, writePrivate } from './state.mjs'

/** @type {string} */
let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bootstrap-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the room on the disk', () => {
  it('is asked of every volume that is written to, and the one that lacks it is named', () => {
    const [root, local] = [folder, join(folder, '.local')]
    expect(() => checkDisk({ [root]: 1, [local]: 2 ** 60 })).not.toThrow()
    mkdirSync(local)
    expect(() => checkDisk({ [root]: 1, [local]: 2 ** 60 })).toThrow(/^The disk is nearly full .*on the volume of .*\/\.local and run/)
  })
})

describe('what is installed', () => {
  const write = (/** @type {object} */ wanted, /** @type {object | null} */ present) => {
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }))
    mkdirSync(join(folder, 'node_modules'), { recursive: true })
    if (present) writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }))
  }
  const a = { version: '1.0.0', integrity: 'sha512-a' }

  it('is everything the lock file asks for, but for optional packages of other machines', () => {
    write({ '': {}, 'packages/x': {}, 'node_modules/a': a, 'node_modules/other-cpu': { ...a, optional: true } }, { 'node_modules/a': a })
    expect(missingPackages(folder)).toEqual([])
  })
  it('is incomplete after an update of the lock file', () => {
    write({ 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } }, { 'node_modules/a': a })
    expect(missingPackages(folder)).toEqual(['node_modules/a'])
  })
  it('is nothing after a broken-off installation', () => {
    write({ 'node_modules/a': a }, null)
    expect(missingPackages(folder)).toEqual(['node_modules/a'])
  })
})

describe('faults', () => {
  it('are named with their remedy where there is one', () => {
    const full = new Error('while writing', { cause: Object.assign(new Error('write'), { code: 'ENOSPC' }) })
    expect(explain(full, '/home/dj')).toMatchObject({
      message: expect.stringMatching(/disk is full: free some space for \/home\/dj and its .local/),
    })
    expect(explain(new Error('could not extend file "base/1"'), '/')).toBeInstanceOf(Problem)
    expect(explain(Object.assign(new Error('open x'), { code: 'EACCES' }), '/')).toBeInstanceOf(Problem)
  })
  it('stay what they are where there is none', () => {
    const bug = new TypeError('x is not a function')
    expect(explain(bug, '/')).toBe(bug)
  })
})

describe('ports', () => {
  it('name the process that holds them', async () => {
    const server = createServer()
    await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)))
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
    expect(await isFreeEverywhere(port)).toBe(false)
    if (process.platform === 'linux') expect(portHolder(port)?.pid).toBe(process.pid)
    await new Promise((done) => server.close(done))
    expect(await isFreeEverywhere(port)).toBe(true)
  })
})

describe('the lock of a folder', () => {
  it('is held by one, and taken over from the dead', () => {
    const file = join(folder, 'run.lock')
    const release = takeLock(file, 'start')
    expect(lockHolder(file)).toMatchObject({ pid: process.pid, command: 'start' })
    expect(() => takeLock(file, 'dev')).toThrow(/`npm run start` is already running here/)
    release()
    expect(lockHolder(file)).toBeNull()
    writePrivate(file, JSON.stringify({ pid: process.pid, identity: 'another boot/1', command: 'start' }))
    takeLock(file, 'dev')()
  })
  it('survives a file that was cut off', () => {
    const file = join(folder, 'run.lock')
    writeFileSync(file, '{"pid": 12')
    expect(readState(file)).toBeNull()
    takeLock(file, 'start')()
  })
})

describe('progress', () => {
  it('shows a slow step again and again where there is no terminal', async () => {
    vi.useFakeTimers()
    const stream = /** @type {NodeJS.WriteStream} */ (/** @type {unknown} */ (new PassThrough()))
    let said = ''
    stream.on('data', (chunk) => {
      said += chunk
    })
    const working = createProgress(stream).step('Build', async (report) => {
      report('half way')
      await new Promise((done) => setTimeout(done, 13_000))
    })
    await vi.advanceTimersByTimeAsync(1_900)
    expect(said).toBe('')
    await vi.advanceTimersByTimeAsync(12_000)
    await working
    vi.useRealTimers()
    expect(said).toMatch(/Build … 2\.0 s \(half way\)\n {2}Build … 12 s \(half way\)\n✓ Build +13 s\n/)
  })
})
