/** Digits behind the point of a currency: pence 2, yen 0, dinar 3. Source: ISO 4217 by Intl. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

const currencies = new Set(Intl.supportedValuesOf('currency'))
export const isCurrency = (code: string): boolean => currencies.has(code)

/** Minor units of what somebody typed: `12`, `12.5`, `12,50`. Null when it is no amount of that currency. */
export function amountMinorOf(typed: string, currency: string): number | null {
  const digits = digitsOf(currency)
  const match = /^(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(typed.trim())
  if (!match || (match[2] ?? '').length > digits) return null
  return Number(match[1]) * 10 ** digits + Number((match[2] ?? '').padEnd(digits, '0') || 0)
}

/** An amount as one would type it: `12.50`. */
export const typedAmount = (amountMinor: number, currency: string): string => {
  const digits = digitsOf(currency)
  return (amountMinor / 10 ** digits).toFixed(digits)
}
