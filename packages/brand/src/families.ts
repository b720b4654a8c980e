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

/** A part of a file's weights in a file of its own: most pages never ask for the thin or the heavy end of a family. */
export type Cut = 'light' | 'heavy'

export interface FontFile {
  /** Name of the file without its ending. */
  file: string
  /** Which part of the file is served; without it the part that most pages use. With `file` the key of `fontUrls`. */
  cut?: Cut
  subset: 'latin' | 'latin-ext'
  style: 'normal' | 'italic'
  /** The weights it serves. Files of one style and one range are one face: a browser looks for a letter in no other. */
  weight: string
  stretch?: string
}

export interface Family {
  name: string
  generic: 'sans-serif' | 'serif' | 'monospace'
  files: FontFile[]
}

interface Axes {
  /** Weights of the file every page asks for. */
  main: string
  light?: string
  stretch?: string
}

/** The upright files of a variable family. Extended Latin is rarely asked for and is served whole, under the same ranges. */
const upright = (file: (subset: string) => string, { main, light, stretch }: Axes): FontFile[] =>
  [{ weight: main }, ...(light ? [{ weight: light, cut: 'light' as const }] : [])].flatMap(({ weight, cut }) => [
    { file: file('latin'), cut, subset: 'latin', style: 'normal', weight, stretch } as const,
    { file: file('latin-ext'), subset: 'latin-ext', style: 'normal', weight, stretch } as const,
  ])

const italic = (file: string, weight: string, cut?: Cut): FontFile => ({ file, cut, subset: 'latin', style: 'italic', weight })

export const families: Record<FamilyId, Family> = {
  archivo: {
    name: 'Archivo',
    generic: 'sans-serif',
    files: [
      ...upright((subset) => `archivo-${subset}-wdth-normal`, { main: '400 900', light: '300 399', stretch: '100% 125%' }),
      italic('archivo-latin-wght-italic', '300 900'),
    ],
  },
  newsreader: {
    name: 'Newsreader',
    generic: 'serif',
    files: [
      ...upright((subset) => `newsreader-${subset}-opsz-normal`, { main: '300 800' }),
      italic('newsreader-latin-wght-italic', '300 400'),
      italic('newsreader-latin-wght-italic', '401 800', 'heavy'),
    ],
  },
  'hanken-grotesk': {
    name: 'Hanken Grotesk',
    generic: 'sans-serif',
    files: [
      ...upright((subset) => `hanken-grotesk-${subset}-wght-normal`, { main: '400 900', light: '300 399' }),
      italic('hanken-grotesk-latin-wght-italic', '300 900'),
    ],
  },
  'schibsted-grotesk': {
    name: 'Schibsted Grotesk',
    generic: 'sans-serif',
    files: [
      ...upright((subset) => `schibsted-grotesk-${subset}-wght-normal`, { main: '400 900' }),
      italic('schibsted-grotesk-latin-wght-italic', '400 900'),
    ],
  },
  'bricolage-grotesque': {
    name: 'Bricolage Grotesque',
    generic: 'sans-serif',
    files: upright((subset) => `bricolage-grotesque-${subset}-opsz-normal`, { main: '400 800', light: '300 399' }),
  },
  'big-shoulders-display': {
    name: 'Big Shoulders Display',
    generic: 'sans-serif',
    files: upright((subset) => `big-shoulders-display-${subset}-wght-normal`, { main: '500 900', light: '300 499' }),
  },
  'chivo-mono': {
    name: 'Chivo Mono',
    generic: 'monospace',
    files: upright((subset) => `chivo-mono-${subset}-wght-normal`, { main: '400 900' }),
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
