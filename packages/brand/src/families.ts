/** The self-hosted families (SIL Open Font License, from @fontsource) and which of their files a page may ask for. */
export const displayFamilies = [
  'archivo',
  'newsreader',
  'schibsted-grotesk',
  'bricolage-grotesque',
  'big-shoulders-display',
  'hanken-grotesk',
] as const
export const bodyFamilies = ['archivo', 'hanken-grotesk', 'schibsted-grotesk', 'bricolage-grotesque', 'newsreader'] as const
export const monoFamilies = ['chivo-mono', 'dm-mono'] as const

export type DisplayFamily = (typeof displayFamilies)[number]
export type BodyFamily = (typeof bodyFamilies)[number]
export type MonoFamily = (typeof monoFamilies)[number]
export type FamilyId = DisplayFamily | BodyFamily | MonoFamily

export interface FontFile {
  /** Name of the file without its ending; the key of `fontUrls`. */
  file: string
  subset: 'latin' | 'latin-ext'
  style: 'normal' | 'italic'
  weight: string
  stretch?: string
}

export interface Family {
  name: string
  generic: 'sans-serif' | 'serif' | 'monospace'
  files: FontFile[]
}

const variable = (file: (subset: string, style: string) => string, weight: string, italic: boolean, stretch?: string): FontFile[] => [
  { file: file('latin', 'normal'), subset: 'latin', style: 'normal', weight, stretch },
  { file: file('latin-ext', 'normal'), subset: 'latin-ext', style: 'normal', weight, stretch },
  ...(italic
    ? [{ file: file('latin', 'italic').replace(/-(wdth|opsz)-/, '-wght-'), subset: 'latin', style: 'italic', weight } as const]
    : []),
]

export const families: Record<FamilyId, Family> = {
  archivo: {
    name: 'Archivo',
    generic: 'sans-serif',
    files: variable((subset, style) => `archivo-${subset}-wdth-${style}`, '100 900', true, '62% 125%'),
  },
  newsreader: {
    name: 'Newsreader',
    generic: 'serif',
    files: variable((subset, style) => `newsreader-${subset}-opsz-${style}`, '200 800', true),
  },
  'hanken-grotesk': {
    name: 'Hanken Grotesk',
    generic: 'sans-serif',
    files: variable((subset, style) => `hanken-grotesk-${subset}-wght-${style}`, '100 900', true),
  },
  'schibsted-grotesk': {
    name: 'Schibsted Grotesk',
    generic: 'sans-serif',
    files: variable((subset, style) => `schibsted-grotesk-${subset}-wght-${style}`, '400 900', true),
  },
  'bricolage-grotesque': {
    name: 'Bricolage Grotesque',
    generic: 'sans-serif',
    files: variable((subset, style) => `bricolage-grotesque-${subset}-opsz-${style}`, '200 800', false),
  },
  'big-shoulders-display': {
    name: 'Big Shoulders Display',
    generic: 'sans-serif',
    files: variable((subset, style) => `big-shoulders-display-${subset}-wght-${style}`, '100 900', false),
  },
  'chivo-mono': {
    name: 'Chivo Mono',
    generic: 'monospace',
    files: variable((subset, style) => `chivo-mono-${subset}-wght-${style}`, '100 900', false),
  },
  'dm-mono': {
    name: 'DM Mono',
    generic: 'monospace',
    files: (['400', '500'] as const).flatMap((weight) =>
      (['latin', 'latin-ext'] as const).map(
        (subset) => ({ file: `dm-mono-${subset}-${weight}-normal`, subset, style: 'normal', weight }) as const,
      ),
    ),
  },
}
