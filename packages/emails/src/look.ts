import { type BrandRecord, characters, contrast, inkFor, type Mode, mix, type PresetName, readable, resolveTokens } from '@residency/brand'

/** The sender, as the mail shows it. */
export interface MailBrand {
  record: Pick<BrandRecord, 'name' | 'preset' | 'colours' | 'mode'>
  /** Served by the tenant's site, at twice the size it is shown at. */
  logo: { url: string; width: number; height: number } | null
  /** `https://danny.example`, without a slash at its end. */
  siteUrl: string
  /** The sender's postal address, line by line, where the DJ has given one. */
  addressLines: readonly string[]
}

export interface MailColours {
  /** Around the sheet. */
  desk: string
  sheet: string
  ink: string
  quiet: string
  rule: string
  link: string
  button: string
  buttonInk: string
  band: string
  bandInk: string
}

/** A mailbox loads no fonts of ours: each manner names what machines have that comes nearest to its preset's type. */
export interface MailManner {
  display: string
  body: string
  label: string
  header: 'band' | 'mark' | 'rule' | 'label' | 'poster'
  name: { size: number; weight: number; tracking: string; upper: boolean }
  /** Of the subject, set as the letter's first line. */
  title: { size: number; weight: number; tracking: string; upper: boolean }
  radius: number
  sheetRadius: number
  spine: boolean
}

const sans = "'Helvetica Neue', Helvetica, Arial, sans-serif"

export const manners: Record<PresetName, MailManner> = {
  warehouse: {
    display: `Archivo, 'Arial Black', ${sans}`,
    body: `Archivo, ${sans}`,
    label: "'Chivo Mono', Menlo, Consolas, 'Courier New', monospace",
    header: 'band',
    name: { size: 20, weight: 900, tracking: '0.01em', upper: true },
    title: { size: 34, weight: 900, tracking: '-0.01em', upper: true },
    radius: 0,
    sheetRadius: 0,
    spine: false,
  },
  nocturne: {
    display: "Newsreader, 'Iowan Old Style', Palatino, Georgia, serif",
    body: "Newsreader, 'Iowan Old Style', Palatino, Georgia, serif",
    label: `'Hanken Grotesk', ${sans}`,
    header: 'mark',
    name: { size: 15, weight: 500, tracking: '0.16em', upper: true },
    title: { size: 38, weight: 400, tracking: '-0.015em', upper: false },
    radius: 2,
    sheetRadius: 2,
    spine: false,
  },
  daylight: {
    display: `'Schibsted Grotesk', ${sans}`,
    body: `'Schibsted Grotesk', ${sans}`,
    label: `'Schibsted Grotesk', ${sans}`,
    header: 'rule',
    name: { size: 17, weight: 700, tracking: '-0.01em', upper: false },
    title: { size: 34, weight: 700, tracking: '-0.025em', upper: false },
    radius: 0,
    sheetRadius: 0,
    spine: false,
  },
  cassette: {
    display: "'Bricolage Grotesque', 'Trebuchet MS', 'Gill Sans', sans-serif",
    body: "'Bricolage Grotesque', 'Trebuchet MS', 'Gill Sans', sans-serif",
    label: "'DM Mono', 'Courier New', Courier, monospace",
    header: 'label',
    name: { size: 15, weight: 500, tracking: '0', upper: false },
    title: { size: 34, weight: 800, tracking: '-0.02em', upper: false },
    radius: 12,
    sheetRadius: 16,
    spine: true,
  },
  signal: {
    display: "'Big Shoulders Display', Impact, 'Haettenschweiler', 'Arial Narrow Bold', sans-serif",
    body: `'Hanken Grotesk', ${sans}`,
    label: `'Hanken Grotesk', ${sans}`,
    header: 'poster',
    name: { size: 44, weight: 900, tracking: '0', upper: true },
    title: { size: 26, weight: 700, tracking: '-0.01em', upper: false },
    radius: 0,
    sheetRadius: 0,
    spine: false,
  },
}

/**
 * The accent as the DJ chose it: words upon it make it seen, so it need not stand out from the sheet by itself (WCAG 1.4.11),
 * and a yellow stays yellow on paper. Its ink is the better of the two grounds.
 */
function accentFill({ colours }: MailBrand['record']): { button: string; buttonInk: string } {
  const [ink = '#000000'] = [colours.ground.dark, colours.ground.light].sort(
    (a, b) => contrast(b, colours.accent) - contrast(a, colours.accent),
  )
  return { button: colours.accent, buttonInk: readable(ink, [colours.accent], 4.5) }
}

/** A letterhead is printed once: the same in both modes. */
function bandOf(record: MailBrand['record']): { band: string; bandInk: string } {
  const { button, buttonInk } = accentFill(record)
  if (record.preset !== 'warehouse') return { band: button, bandInk: buttonInk }
  const { tokens } = resolveTokens(record, 'dark')
  return { band: tokens['--ground'] ?? '#000000', bandInk: tokens['--ink'] ?? '#ffffff' }
}

/** The ground that the logo is made for: that of the site. It lies on it in either mode, for a white logo is gone on paper and a black one in the dark. */
export function logoGround({ colours, mode, preset }: MailBrand['record']): string {
  const own = mode === 'auto' ? characters[preset].mode : mode
  return own === 'light' ? colours.ground.light : colours.ground.dark
}

/** The brand's colours on paper (`light`) or by lamplight (`dark`), each pair readable. */
export function mailColours(record: MailBrand['record'], mode: Mode): MailColours {
  const { tokens } = resolveTokens(record, mode)
  const token = (name: `--${string}`): string => tokens[name] ?? inkFor('#ffffff')
  const sheet = token('--ground')
  // A sheet must be told from the desk it lies on; in the dark a step down, on paper a step into shade.
  const desk = mode === 'dark' ? mix(sheet, '#000000', 0.35) : mix(sheet, token('--ink'), 0.07)
  return {
    desk,
    sheet,
    ink: token('--ink'),
    quiet: readable(token('--ink-2'), [sheet, desk], 4.5),
    rule: token('--rule'),
    link: token('--accent-text'),
    ...accentFill(record),
    ...bandOf(record),
  }
}
