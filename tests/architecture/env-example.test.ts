import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { envSchema, parseEnv } from '@residency/config'
import { describe, expect, it } from 'vitest'

const text = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
const [application = '', machine = ''] = text.split('# ── This machine only')
const read = (part: string): [string, string][] =>
  [...part.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])
const shown = read(application)
const names = shown.map(([name]) => name)

/** Filled in only on one machine, where the default for everywhere else would be wrong. */
const examples = new Set(['PUBLIC_PORT', 'PLATFORM_PUBLIC_PORT'])

describe('.env.example', () => {
  it('shows every variable of the schema once, and no other', () => {
    expect(names.toSorted()).toEqual(Object.keys(envSchema.shape).toSorted())
  })

  it('shows values that the schema accepts', () => {
    expect(() => parseEnv(Object.fromEntries(shown))).not.toThrow()
  })

  it('shows each default as it is', () => {
    const required = {
      ...Object.fromEntries(shown.filter(([name]) => !envSchema.shape[name as keyof typeof envSchema.shape].safeParse(undefined).success)),
    }
    const defaults = Object.entries(parseEnv(required)).filter(
      ([name, value]) => !(name in required) && value !== undefined && !examples.has(name),
    )
    for (const [name, value] of defaults) expect(`${name}=${value}`).toBe(`${name}=${Object.fromEntries(shown)[name]}`)
  })

  it('sets nothing by being copied', () => {
    expect(text.split('\n').filter((line) => line && !line.startsWith('#'))).toEqual([])
  })

  it('keeps what only this machine’s commands read apart', () => {
    expect(read(machine).map(([name]) => name)).toEqual(['LOCAL_PORTS', 'CHROMIUM_PATH', 'SKIP_INSTALL'])
  })
})
