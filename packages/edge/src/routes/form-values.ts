/** What a form sent, as an object: a name sent twice is a list, a file stays a file. */
export type FormValue = string | File
export type FormValues = Record<string, FormValue | FormValue[]>

export function formValues(form: FormData): FormValues {
  const values: FormValues = Object.create(null)
  for (const [name, value] of form) {
    const before = values[name]
    if (before === undefined) values[name] = value
    else values[name] = Array.isArray(before) ? [...before, value] : [before, value]
  }
  return { ...values }
}

const secretName = /pass|token|code|secret/i

/** What may be shown again when a form comes back with words: never a secret, never a file. */
export function shownValues(values: FormValues): Record<string, string> {
  const pairs = Object.entries(values).filter(([name, value]) => typeof value === 'string' && !secretName.test(name))
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value).slice(0, 2_000)]))
}
