import type { TFunction } from 'i18next'

/** What happened, in words: `audit.actions` has a line for each action; one without says its bare name, which is better than nothing. */
export function auditWords(t: TFunction<'studio'>, action: string): string {
  const words = t('audit.actions', { returnObjects: true }) as Record<string, string>
  return words[action.replace('.', '_')] ?? action
}
