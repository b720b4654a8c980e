import { readFileSync } from 'node:fs'
import { locales } from '@residency/config'
import { recordingFailures } from '@residency/domain/recordings'
import { describe, expect, it } from 'vitest'

describe.each(locales)('in %s', (locale) => {
  it('every way in which a recording may fail is said in words a DJ understands', () => {
    const path = new URL(`../../i18n/locales/${locale}/studioMixes.json`, import.meta.url)
    const { failure } = JSON.parse(readFileSync(path, 'utf8')) as { failure: Record<string, string> }
    for (const problem of recordingFailures) expect(failure[problem]?.length ?? 0, problem).toBeGreaterThan(20)
  })
})
