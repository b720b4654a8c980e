/// <reference path="./subset-font.d.ts" />
import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { ranges } from '../ranges.ts'
import { type FontCut, fontCuts, keptFeatures } from './cuts.ts'

const asked = /^(@fontsource(?:-variable)?\/[\w-]+\/files\/([\w-]+)\.woff2)\?(?:cut=(\w+)&)?url$/

/**
 * Serves of each font file only what pages set: the first screen waits for its fonts, and a variable file carries axes that nobody
 * asks for. What is made is kept in node_modules/.cache, by everything it was made from.
 */
export function narrowFonts(): Plugin {
  return {
    name: 'narrow-fonts',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [, file, name, cut] = asked.exec(source) ?? []
      const recipe = fontCuts[cut ? `${name} ${cut}` : (name ?? '')]
      if (!file || !name || !recipe) return null
      const found = await this.resolve(file, importer, { skipSelf: true })
      if (!found) return null
      return `${await narrowed(found.id, recipe)}?url`
    },
  }
}

/** Path of the part of a file, made unless it stands already. */
export async function narrowed(original: string, recipe: FontCut): Promise<string> {
  const bytes = await readFile(original)
  const key = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([recipe, keptFeatures, latin, toolVersion]))
    .digest('hex')
    .slice(0, 16)
  const folder = join(original.slice(0, original.lastIndexOf('node_modules')), 'node_modules/.cache/site-fonts', key)
  const target = join(folder, basename(original))
  const stands = await access(target).then(
    () => true,
    () => false,
  )
  if (stands) return target
  const made = await subsetFont(bytes, latin, {
    keepFeatures: keptFeatures,
    targetFormat: 'woff2',
    variationAxes: recipe.axes,
  })
  await mkdir(dirname(target), { recursive: true })
  // Two builds may make the same one at the same time: whoever comes last puts the same file in its place, whole.
  const draft = `${target}.${randomUUID()}`
  try {
    await writeFile(draft, made)
    await rename(draft, target)
  } finally {
    await rm(draft, { force: true })
  }
  return target
}

/** The letters a browser looks for in these files, and so all that are reached: signs only a dropped feature led to go. */
const latin = ranges.latin
  .split(',')
  .map((range) =>
    range
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16)),
  )
  .flatMap(([from = 0, to = from]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)))
  .join('')

/** Raised when the tool or the way it is asked changes: what was made before is then made anew. */
const toolVersion = 'subset-font 2.9.0'
