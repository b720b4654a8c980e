import type { Locale } from '@residency/config'
import { createI18n, errorText } from '@residency/i18n/server'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** Keys of the namespace `errors` for what zod finds. A schema's own message is a key too, and goes before. */
function keyOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      // Only numbers are coerced from what was typed; anything else of a wrong type was not sent.
      return issue.expected === 'number' ? 'field.number' : 'field.required'
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? 'field.required' : 'field.too_short'
      return 'field.too_small'
    case 'too_big':
      return issue.origin === 'string' ? 'field.too_long' : 'field.too_big'
    case 'invalid_format':
      if (issue.format === 'email') return 'field.email'
      if (issue.format === 'url') return 'field.url'
      return issue.format === 'date' || issue.format === 'datetime' ? 'field.date' : 'field.invalid'
    case 'invalid_value':
    case 'invalid_union':
      return 'field.choice'
    default:
      return 'field.invalid'
  }
}

const isKnown = (locale: Locale, key: string): boolean => createI18n(locale).exists(key, { ns: 'errors' })

/** The first finding about each field, in the reader's language. What is about the whole form stands under ''. */
export function issueTexts(locale: Locale, issues: readonly Issue[]): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const issue of issues) {
    const field = issue.path.join('.')
    texts[field] ??= errorText(locale, isKnown(locale, issue.message) ? issue.message : keyOf(issue))
  }
  return texts
}
