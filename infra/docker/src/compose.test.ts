import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseEnv as parseDotEnv } from 'node:util'
import { envSchema, parseEnv } from '@residency/config'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface Service {
  image?: string
  build?: { dockerfile: string; target: string }
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  healthcheck?: object
  networks?: object
}

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', name), 'utf8')
const text = read('compose.yaml')
const dockerfile = read('Dockerfile')
const example = parseDotEnv(read('example.env')) as Record<string, string>
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> }
const ours = Object.entries(services).filter(([, { build }]) => build)
const root = join(import.meta.dirname, '../../..')
/** The lines of one image. */
const stage = (name: string): string => new RegExp(`^FROM \\S+ AS ${name}\\n[^]*?(?=^FROM |(?![^]))`, 'm').exec(dockerfile)?.[0] ?? ''
const targets = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name = '']) => name)

/** As compose does: `${NAME:?}` must be set, `${NAME:-default}` has a default. */
const fill = (value: string): string =>
  value.replace(/\$\{(\w+)(?::(\?|-([^}]*)))?\}/g, (_whole, name: string, rule = '', fallback = '') => {
    if (example[name]) return example[name]
    if (rule === '?') throw new Error(`${name} is required and not in example.env`)
    return fallback
  })
const environmentOf = ({ environment = {} }: Service): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(String(value))]))

/** Compose's own words for them; only the migrations read it, before the application's environment exists. */
const besideTheSchema = new Set(['DATABASE_SUPERUSER_URL'])

describe('compose.yaml', () => {
  it.each(ours)('gives %s an environment that its processes accept, filled from example.env', (_name, service) => {
    expect(() => parseEnv(environmentOf(service))).not.toThrow()
  })

  it.each(ours)('gives %s no variable that nobody reads', (_name, { environment = {} }) => {
    const unknown = Object.keys(environment).filter((name) => !(name in envSchema.shape) && !besideTheSchema.has(name))
    expect(unknown).toEqual([])
  })

  it('lets every variable be set, but for those that the images or this file settle', () => {
    const settled = ['SERVICE_NAME', 'PORT', 'PLATFORM_PORT', 'METRICS_PORT', 'HOST', 'PROCESSES', 'PUBLIC_PORT', 'PLATFORM_PUBLIC_PORT']
    const ownServices = ['REDIS_PREFIX', 'S3_REGION', 'S3_FORCE_PATH_STYLE', 'RESEND_BASE_URL', 'FFMPEG_PATH', 'FFPROBE_PATH']
    const given = new Set(ours.flatMap(([, { environment = {} }]) => Object.keys(environment)))
    expect(Object.keys(envSchema.shape).filter((name) => !given.has(name) && ![...settled, ...ownServices].includes(name))).toEqual([])
  })

  it('gives the owner’s key to nobody but the migrations', () => {
    const holders = ours.filter(([, service]) => service.environment?.DATABASE_OWNER_URL).map(([name]) => name)
    expect(holders).toEqual(['migrate'])
  })

  it('asks in example.env for everything it needs and for nothing else', () => {
    const asked = [...text.matchAll(/\$\{(\w+)(:\?)?/g)].map(([, name = '']) => name)
    const required = [...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, name = '']) => name)
    expect([...new Set(required)].filter((name) => !(name in example))).toEqual([])
    expect(Object.keys(example).filter((name) => !asked.includes(name))).toEqual([])
  })

  it('builds what the Dockerfile holds, and waits for what there is', () => {
    for (const [, { build }] of ours) expect(targets).toContain(build?.target)
    for (const { depends_on = {} } of Object.values(services))
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(Object.keys(services)).toContain(name)
        const image = ours.find(([own]) => own === name)?.[1].build?.target
        const isHealthy = services[name]?.healthcheck ?? (image && new RegExp(`AS ${image}\\n[^]*?HEALTHCHECK`).test(dockerfile))
        if (condition === 'service_healthy') expect(isHealthy, `${name} says whether it is healthy`).toBeTruthy()
      }
  })
})

describe('the Dockerfile', () => {
  it('copies what is in the repository', () => {
    const folders = [...dockerfile.matchAll(/^COPY (\S+) \S+$/gm)].map(([, from = '']) => from).filter((from) => from !== '.')
    for (const from of folders) expect(existsSync(join(import.meta.dirname, '../../..', from)), from).toBe(true)
  })

  it.each(['tenant-site', 'platform', 'worker', 'migrate'])('gives %s every file of ours that its start leads to', (image) => {
    const copied = ['runtime', image].flatMap((name) =>
      [...stage(name).matchAll(/^COPY (?:--from=\S+ )?\S+ (\S+)$/gm)].map(([, to = '']) => to),
    )
    const start = /"(\S+\.ts)"\]$/m.exec(stage(image))?.[1] ?? ''
    const seen = new Set([start])
    for (const file of seen) {
      const source = readFileSync(join(root, file), 'utf8')
      for (const [, from = ''] of source.matchAll(/^(?:import|export) (?!type )[^'"]*?from '(\.[^']+\.tsx?)'/gm))
        seen.add(join(dirname(file), from))
    }
    expect(start).not.toBe('')
    expect([...seen].filter((file) => !copied.some((path) => file === path || file.startsWith(`${path}/`)))).toEqual([])
  })

  it('gives what runs the programs it starts', () => {
    const runtime = dockerfile.slice(dockerfile.indexOf('AS runtime'), dockerfile.indexOf('AS tenant-site'))
    expect(runtime).toMatch(/apt-get install .*\bffmpeg\b/)
  })
})
