import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../src/locale.ts'
import type { Messages } from '../../src/plurals.ts'

export type Texts = Map<string, string>

const pluralEnding = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/

/**
 * The key as code writes it: without its plural form. Only a text with a form `_other` counts things: `too_many` is a key of its own.
 */
export function baseKey(key: string, texts: Texts): string {
  const base = key.replace(pluralEnding, '')
  return texts.has(`${base}_other`) || texts.has(`${base}_ordinal_other`) ? base : key
}

function flatten(messages: Messages, prefix = ''): Texts {
  const flat: Texts = new Map()
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') flat.set(prefix + key, value)
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text)
  }
  return flat
}

/** Reads `locales/<locale>/<namespace>.json`; a file that can't be read is a finding, not an exception. */
export function readTexts(root: string, locale: Locale, namespace: string): Texts | string {
  const path = join(root, 'locales', locale, `${namespace}.json`)
  try {
    return flatten(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    return `${locale}/${namespace}.json can't be read: ${(error as Error).message}`
  }
}
