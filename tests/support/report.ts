import { parseArgs } from 'node:util'

/** `--json` prints one object a line on stdout; progress always goes to stderr, so that the two never mix. */
export interface Report {
  json: boolean
  say(line: string): void
  line(facts: Record<string, string | number | null>): void
}

export function createReport(json: boolean): Report {
  return {
    json,
    say: (line) => void process.stderr.write(`${line}\n`),
    line: (facts) => {
      const text = json
        ? JSON.stringify(facts)
        : Object.entries(facts)
            .map(([name, value]) => `${name} ${value ?? '-'}`)
            .join('  ')
      process.stdout.write(`${text}\n`)
    },
  }
}

export function readOptions(defaults: { count: number }): { json: boolean; count: number; mutant: string | null } {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, count: { type: 'string' }, mutant: { type: 'string' } },
  })
  const count = Number(values.count ?? defaults.count)
  if (!Number.isInteger(count) || count < 1 || count > 10_000_000) throw new Error('--count takes a whole number from 1 to 10000000')
  return { json: values.json, count, mutant: values.mutant ?? null }
}
