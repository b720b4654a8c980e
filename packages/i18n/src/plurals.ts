export interface Messages {
  [key: string]: string | Messages
}

/**
 * Spanish, Portuguese and French have a form for whole millions. Where a text has none of its own, its `_other` stands in:
 * i18next would otherwise show the bare key to the one DJ with a million listeners.
 */
export function completePlurals(messages: Messages): Messages {
  const complete: Messages = {}
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') {
      complete[key] = value
      if (key.endsWith('_other')) {
        const many = `${key.slice(0, -'_other'.length)}_many`
        complete[many] = messages[many] ?? value
      }
    } else complete[key] = completePlurals(value)
  }
  return complete
}
