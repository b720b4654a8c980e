import { intlTags, type Locale } from '../../src/locale.ts'
import { baseKey, type Texts } from './texts.ts'

/** Words that rightly read alike: `{ "all": […], "es": […], … }`, each entry a whole text. */
export type SameWords = Partial<Record<Locale | 'all', string[]>>

const variables = (text: string) => new Set([...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? ''))
const tags = (text: string) => new Set([...text.matchAll(/<\/?\s*([\w-]+)\s*\/?>/g)].map((match) => match[1] ?? ''))
const sameSet = (a: Set<string>, b: Set<string>) => a.size === b.size && [...a].every((each) => b.has(each))
const union = (sets: Set<string>[]) => new Set(sets.flatMap((set) => [...set]))
const show = (set: Set<string>) => `{${[...set].sort().join(', ')}}`

/** Keys by base, so that plural forms are compared as one text. */
function byBase(texts: Texts, english: Texts): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>()
  for (const [key, text] of texts) {
    const base = baseKey(key, english)
    const group = groups.get(base) ?? new Map<string, string>()
    groups.set(base, group.set(key.slice(base.length), text))
  }
  return groups
}

function pluralFindings(locale: Locale, forms: Map<string, string>): string[] {
  const ordinal = [...forms.keys()].some((form) => form.startsWith('_ordinal_'))
  const prefix = ordinal ? '_ordinal_' : '_'
  const categories = new Intl.PluralRules(intlTags[locale], { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions().pluralCategories
  // `_many` may be left out: it falls back to `_other` (src/plurals.ts).
  const needed = categories.filter((category) => category !== 'many').map((category) => prefix + category)
  const allowed = [...categories, 'zero'].map((category) => prefix + category)
  const missing = needed.filter((form) => !forms.has(form)).map((form) => `lacks the plural form ${form}`)
  const excess = [...forms.keys()]
    .filter((form) => !allowed.includes(form))
    .map((form) => `has the form ${form || '(none)'}, which the language does not use`)
  return [...missing, ...excess]
}

/** What differs between English and one other language (or, given English twice, what is wrong in English itself). */
export function compareLanguages(
  namespace: string,
  locale: Locale,
  english: Texts,
  other: Texts,
  same: SameWords,
  usedSame: Set<string>,
): string[] {
  const findings: string[] = []
  const tell = (key: string, what: string) => findings.push(`${locale}/${namespace}:${key} ${what}`)
  const [reference, groups] = [byBase(english, english), byBase(other, english)]
  for (const base of reference.keys()) if (!groups.has(base)) tell(base, 'is missing')
  for (const [base, forms] of groups) {
    const model = reference.get(base)
    if (!model) {
      tell(base, 'is not in English')
      continue
    }
    const texts = [...forms.values()]
    const models = [...model.values()]
    if ([...forms.keys(), ...model.keys()].some(Boolean)) for (const what of pluralFindings(locale, forms)) tell(base, what)
    for (const [form, text] of forms) if (!text.trim()) tell(base + form, 'is empty')
    const [wanted, found] = [union(models.map(variables)), union(texts.map(variables))]
    if (!sameSet(wanted, found)) tell(base, `uses ${show(found)} where English uses ${show(wanted)}`)
    const [wantedTags, foundTags] = [union(models.map(tags)), union(texts.map(tags))]
    if (!sameSet(wantedTags, foundTags)) tell(base, `marks up ${show(foundTags)} where English marks up ${show(wantedTags)}`)
    if (locale !== 'en')
      for (const [form, text] of forms)
        if (isCopy(model.get(form), text, locale, same, usedSame))
          tell(base + form, `is the English text ("${text}"): translate it, or name it in locales/same.json`)
  }
  return findings
}

function isCopy(english: string | undefined, text: string, locale: Locale, same: SameWords, usedSame: Set<string>): boolean {
  if (english !== text) return false
  const words = text.replace(/\{\{[^}]*\}\}|<[^>]*>/g, '')
  if (!/\p{L}{2}/u.test(words)) return false
  for (const scope of [locale, 'all'] as const) {
    if (!same[scope]?.includes(text)) continue
    usedSame.add(`${scope}:${text}`)
    return false
  }
  return true
}
