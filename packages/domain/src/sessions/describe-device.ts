/** What a browser says of itself, in names that are the same in every language. Null where it says nothing known. */
export interface Device {
  browser: string | null
  system: string | null
  kind: 'phone' | 'tablet' | 'computer' | 'unknown'
}

// In this order: Edge and Opera also say Chrome, Chrome also says Safari.
const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\biPhone\b|\biPod\b/, 'iOS'],
  [/\biPad\b/, 'iPadOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

const first = (userAgent: string, table: [RegExp, string][]): string | null => table.find(([shape]) => shape.test(userAgent))?.[1] ?? null

export function describeDevice(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null, kind: 'unknown' }
  const system = first(userAgent, systems)
  return { browser: first(userAgent, browsers), system, kind: kindOf(userAgent, system) }
}

function kindOf(userAgent: string, system: string | null): Device['kind'] {
  if (system === 'iOS') return 'phone'
  if (system === 'iPadOS') return 'tablet'
  // Android tablets leave "Mobile" out.
  if (system === 'Android') return /\bMobile\b/.test(userAgent) ? 'phone' : 'tablet'
  return system === null ? 'unknown' : 'computer'
}
