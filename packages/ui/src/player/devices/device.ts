import { newId } from '../engine/new-id.ts'

const key = 'player.device'
let own: string | null = null

/** This tab, among the players of the account: two tabs are two players that must not sound at once. It names nobody. */
export function deviceId(): string {
  if (own) return own
  try {
    own = sessionStorage.getItem(key) ?? newId()
    sessionStorage.setItem(key, own)
  } catch {
    own ??= newId()
  }
  return own
}

/** "Firefox, Android": what its owner knows it by. Names of products are the same in every language. */
export function deviceName(agent: string = navigator.userAgent): string {
  const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1]
  const browser = find([
    [/Edg(e|A|iOS)?\//, 'Edge'],
    [/OPR\/|Opera/, 'Opera'],
    [/SamsungBrowser/, 'Samsung Internet'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/Chrom(e|ium)|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ])
  const system = find([
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Macintosh/, 'Mac'],
    [/CrOS/, 'ChromeOS'],
    [/Linux/, 'Linux'],
  ])
  return [browser, system].filter(Boolean).join(', ')
}
