import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findUsage } from './check/find-usage.ts'
import { checkTexts } from './check.ts'

let root = ''
const good = {
  en: { hello: 'Hello {{name}}', fans_one: '{{count}} fan', fans_other: '{{count}} fans', too_many: 'Wait' },
  es: { hello: 'Hola, {{name}}', fans_one: '{{count}} seguidor', fans_other: '{{count}} seguidores', too_many: 'Espera' },
  pt: { hello: 'Olá, {{name}}', fans_one: '{{count}} fã', fans_other: '{{count}} fãs', too_many: 'Espere' },
  fr: { hello: 'Bonjour {{name}}', fans_one: '{{count}} fan', fans_other: '{{count}} abonnés', too_many: 'Patientez' },
}

function write(texts: Record<string, Record<string, string>>, same: Record<string, string[]> = { fr: ['{{count}} fan'] }): void {
  for (const [locale, messages] of Object.entries(texts)) {
    mkdirSync(join(root, 'locales', locale), { recursive: true })
    writeFileSync(join(root, 'locales', locale, 'site.json'), JSON.stringify(messages))
  }
  writeFileSync(join(root, 'locales', 'same.json'), JSON.stringify(same))
}

function check(source = `t('hello'); t('fans', { count }); t(\`too_\${what}\`)`): string[] {
  mkdirSync(join(root, 'app'), { recursive: true })
  writeFileSync(join(root, 'app', 'page.tsx'), source)
  return checkTexts({ root, namespaces: ['site'], usage: findUsage(root, ['app']), whole: true })
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'texts-'))
})
afterEach(() => rmSync(root, { recursive: true }))

describe('the check of the texts', () => {
  it('finds nothing in good texts', () => {
    write(good)
    expect(check()).toEqual([])
  })
  it('finds a missing and a surplus key', () => {
    const { hello: _, ...rest } = good.pt
    write({ ...good, pt: { ...rest, extra: 'x' } })
    expect(check()).toEqual(['pt/site:hello is missing', 'pt/site:extra is not in English'])
  })
  it('finds a lost variable, a lost plural form and an empty text', () => {
    const { fans_one: _, ...rest } = good.es
    write({ ...good, es: { ...rest, hello: 'Hola', too_many: ' ' } })
    expect(check()).toEqual([
      'es/site:hello uses {} where English uses {name}',
      'es/site:fans lacks the plural form _one',
      'es/site:too_many is empty',
    ])
  })
  it('finds English left standing, and an allowance nobody needs', () => {
    write({ ...good, fr: { ...good.fr, too_many: 'Wait' } }, { fr: ['{{count}} fan'], all: ['Studio'] })
    expect(check()).toEqual([
      'fr/site:too_many is the English text ("Wait"): translate it, or name it in locales/same.json',
      'locales/same.json: nothing needs "Studio" under all any more',
    ])
  })
  it('finds a text for which nothing asks, and the name of the platform', () => {
    write({ ...good, en: { ...good.en, hello: 'Hello {{name}} from Residency' } })
    expect(check("t('fans'); t('too_many')")).toEqual([
      "en/site:hello names the platform where a fan or a DJ's crew reads it",
      'site:hello is used nowhere: remove it from the four languages',
    ])
  })
  it('follows keys that are put together, and those asked for with all that is under them', () => {
    for (const locale of ['en', 'es', 'pt', 'fr']) {
      mkdirSync(join(root, 'locales', locale), { recursive: true })
      writeFileSync(
        join(root, 'locales', locale, 'site.json'),
        JSON.stringify({ busy: { title: locale, text: locale }, acts: { a: locale } }),
      )
    }
    writeFileSync(join(root, 'locales', 'same.json'), '{}')
    expect(check(`const kind: 'busy' | 'gone'; t(\`\${kind}.title\`); t('acts', { returnObjects: true })`)).toEqual([
      'site:busy.text is used nowhere: remove it from the four languages',
    ])
  })
  it('finds an error without words', () => {
    for (const locale of ['en', 'es', 'pt', 'fr']) {
      mkdirSync(join(root, 'locales', locale), { recursive: true })
      writeFileSync(join(root, 'locales', locale, 'errors.json'), '{}')
    }
    writeFileSync(join(root, 'locales', 'same.json'), '{}')
    mkdirSync(join(root, 'app'))
    writeFileSync(
      join(root, 'app', 'verb.ts'),
      "throw conflict('taken'); throw invalid({ email: 'bad' }); new AppError('gone', { messageKey: 'over' })",
    )
    const findings = checkTexts({ root, namespaces: ['errors'], usage: findUsage(root, ['app']), whole: false })
    expect(findings).toEqual(['taken', 'bad', 'over'].map((key) => `errors:${key} has no words, but app/verb.ts throws it`))
  })
})
