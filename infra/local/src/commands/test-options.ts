import { parseArgs } from 'node:util'
import { Problem } from '../../../../scripts/lib/problem.mjs'

export const testKinds = ['check', 'unit', 'integration', 'e2e'] as const
export type TestKind = (typeof testKinds)[number]

export interface TestOptions {
  kinds: TestKind[]
  coverage: boolean
  /** Handed to vitest: parts of file names. */
  filters: string[]
}

/** `npm test -- [--only unit,integration] [--coverage] [file …]` */
export function parseTestOptions(args: string[]): TestOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, coverage: { type: 'boolean', default: false } },
  })
  const named = (values.only ?? []).flatMap((value) => value.split(','))
  const unknown = named.find((kind) => !testKinds.includes(kind as TestKind))
  if (unknown) throw new Problem(`There is no kind of test called "${unknown}"`, `use --only with ${testKinds.join(', ')}`)
  // Whoever names files wants those files.
  const usual = positionals.length > 0 ? testKinds.filter((kind) => kind !== 'check') : [...testKinds]
  return {
    kinds: named.length > 0 ? testKinds.filter((kind) => named.includes(kind)) : usual,
    coverage: values.coverage,
    filters: positionals,
  }
}
