/**
 * Fails on whatever would show a visitor the wrong words: a text missing in a language, differing variables or plural forms,
 * English left standing, words for which nothing asks, an error without words, the platform's name before a fan.
 * `--only site,account` looks at some namespaces alone, while the others are being written.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { locales } from '../src/locale.ts'
import { compareLanguages, type SameWords } from './check/compare-languages.ts'
import { findUsage, isUsed, type Usage } from './check/find-usage.ts'
import { baseKey, readTexts, type Texts } from './check/texts.ts'
import { listNamespaces, staleRegistryFiles } from './registry.ts'
import { platformOnly } from './scopes.ts'

const packageRoot = join(import.meta.dirname, '..')
const platformName = /residenc(?:y|ies)\b/i

export interface CheckOptions {
  /** The folder that holds locales/. */
  root: string
  namespaces: readonly string[]
  usage: Usage
  /** Whether every namespace is looked at: only then can an entry of same.json be called unneeded. */
  whole: boolean
}

export function checkTexts({ root, namespaces, usage, whole }: CheckOptions): string[] {
  const findings: string[] = []
  const same: SameWords = JSON.parse(readFileSync(join(root, 'locales', 'same.json'), 'utf8'))
  const usedSame = new Set<string>()
  for (const namespace of namespaces) {
    const english = readTexts(root, 'en', namespace)
    if (typeof english === 'string') {
      findings.push(english)
      continue
    }
    for (const locale of locales) {
      const texts = readTexts(root, locale, namespace)
      if (typeof texts === 'string') findings.push(texts)
      else findings.push(...compareLanguages(namespace, locale, english, texts, same, usedSame), ...nameFindings(namespace, locale, texts))
    }
    for (const key of new Set([...english.keys()].map((key) => baseKey(key, english)))) {
      if (!isUsed(usage, namespace, key)) findings.push(`${namespace}:${key} is used nowhere: remove it from the four languages`)
    }
    if (namespace === 'errors') findings.push(...wordlessErrors(english, usage))
  }
  if (whole) {
    for (const [scope, words] of Object.entries(same)) {
      for (const word of words)
        if (!usedSame.has(`${scope}:${word}`)) findings.push(`locales/same.json: nothing needs "${word}" under ${scope} any more`)
    }
  }
  return findings
}

function nameFindings(namespace: string, locale: string, texts: Texts): string[] {
  if (platformOnly.includes(namespace)) return []
  return [...texts]
    .filter(([, text]) => platformName.test(text))
    .map(([key]) => `${locale}/${namespace}:${key} names the platform where a fan or a DJ's crew reads it`)
}

function wordlessErrors(english: Texts, usage: Usage): string[] {
  const keys = new Set([...english.keys()].map((key) => baseKey(key, english)))
  return [...usage.errorKeys].filter(([key]) => !keys.has(key)).map(([key, path]) => `errors:${key} has no words, but ${path} throws it`)
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const all = listNamespaces()
  const namespaces = values.only ? values.only.split(',') : all
  const usage = findUsage(join(packageRoot, '..', '..'), ['apps', 'packages'])
  const findings = checkTexts({ root: packageRoot, namespaces, usage, whole: namespaces.length === all.length })
  for (const file of staleRegistryFiles()) findings.push(`src/generated/${file} is out of date: npm run registry -w @residency/i18n`)
  for (const finding of findings) console.error(finding)
  console.log(
    findings.length === 0
      ? `Texts: ${namespaces.length} namespaces, ${locales.length} languages, nothing found`
      : `Texts: ${findings.length} findings`,
  )
  process.exitCode = findings.length === 0 ? 0 : 1
}
