/** What of an npm package's font file is served. */
export interface FontCut {
  /** Part of each axis; an axis that is not named stays as it is. */
  axes?: Record<string, { min: number; max: number }>
}

const weights = (min: number, max: number): FontCut => ({ axes: { wght: { min, max } } })

/**
 * By name of the file, with its cut where there are several (packages/brand/src/families.ts declares the same weights to the browser).
 * Newsreader's letters for sizes below 18 px are half of its file and hard to tell from those for 18; Archivo is never set narrow.
 */
export const fontCuts: Record<string, FontCut> = {
  'archivo-latin-wdth-normal': { axes: { wght: { min: 400, max: 900 }, wdth: { min: 100, max: 125 } } },
  'archivo-latin-wdth-normal light': { axes: { wght: { min: 300, max: 400 }, wdth: { min: 100, max: 125 } } },
  'archivo-latin-wght-italic': weights(300, 900),
  'big-shoulders-display-latin-wght-normal': weights(500, 900),
  'big-shoulders-display-latin-wght-normal light': weights(300, 500),
  'bricolage-grotesque-latin-opsz-normal': weights(400, 800),
  'bricolage-grotesque-latin-opsz-normal light': weights(300, 400),
  'chivo-mono-latin-wght-normal': weights(400, 900),
  'hanken-grotesk-latin-wght-normal': weights(400, 900),
  'hanken-grotesk-latin-wght-normal light': weights(300, 400),
  'hanken-grotesk-latin-wght-italic': weights(300, 900),
  'newsreader-latin-opsz-normal': { axes: { wght: { min: 300, max: 800 }, opsz: { min: 18, max: 72 } } },
  'newsreader-latin-wght-italic': weights(300, 400),
  'newsreader-latin-wght-italic heavy': weights(400, 800),
  'schibsted-grotesk-latin-wght-normal': {},
  'schibsted-grotesk-latin-wght-italic': {},
}

/** What browsers apply by themselves, and the figures that style sheets ask for. */
export const keptFeatures = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'lnum', 'locl', 'mark', 'mkmk', 'onum', 'pnum', 'rlig', 'rvrn', 'tnum']
