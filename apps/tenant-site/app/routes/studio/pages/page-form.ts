import { type Locale, locales } from '@residency/config/locales'
import type { LocalizedText } from '@residency/domain/context'
import type { StoredBlock } from '@residency/domain/pages'
import { z } from 'zod'
import { toHtml } from '../../../shape/rich-text.ts'

/** A page's editor as one flat form: `title.en`, `blocks.3.text.en` … It works without scripts; with them it saves by itself. */

export const blockTypes = ['heading', 'text', 'image', 'quote', 'button', 'mixes', 'divider'] as const
export type BlockType = (typeof blockTypes)[number]

/** Fields of a block that exist in every language. */
export const wordsOf: Record<BlockType, readonly string[]> = {
  heading: ['text'],
  text: ['html'],
  image: ['caption'],
  quote: ['text', 'by'],
  button: ['label'],
  mixes: ['heading'],
  divider: [],
}

/** What somebody typed while another saved: handed back whole. */
export interface Collided {
  /** Who saved. */
  name: string
  title: LocalizedText
  blocks: StoredBlock[]
}

/** What somebody typed that can't be kept as it is, and why. */
export interface Refused {
  issues: { field: string; kind: 'required' | 'tooLong' | 'href' | 'other' }[]
  title: LocalizedText
  blocks: StoredBlock[]
  at: number
}

type Fields = Record<string, unknown>
const list = (value: unknown): unknown[] => (value === undefined || value === '' ? [] : [value].flat())

function words(form: Fields, name: string, convert: (text: string) => string = (text) => text): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const value = form[`${name}.${locale}`]
      return typeof value === 'string' && value.trim() !== '' ? [[locale, convert(value.trim())]] : []
    }),
  )
}

function unverifiedBlock(form: Fields, at: string): Fields {
  const type = form[`${at}.type`] as BlockType
  const texts = Object.fromEntries(
    (wordsOf[type] ?? []).map((field) => [field, words(form, `${at}.${field}`, field === 'html' ? toHtml : undefined)]),
  )
  return {
    id: form[`${at}.id`],
    type,
    ...texts,
    ...(type === 'heading' ? { level: Number(form[`${at}.level`] ?? 2) } : {}),
    ...(type === 'image' ? { mediaId: form[`${at}.mediaId`] } : {}),
    ...(type === 'button' ? { href: form[`${at}.href`] } : {}),
    ...(type === 'mixes' ? { mixIds: list(form[`${at}.mixIds`]) } : {}),
  }
}

/** Title and blocks of a form, unchecked, in the order they stand in. */
export function unverifiedContent(form: Fields): { title: Fields; blocks: Fields[] } {
  const places = Object.keys(form)
    .flatMap((name) => /^blocks\.(\d+)\.type$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  return { title: words(form, 'title'), blocks: places.map((place) => unverifiedBlock(form, `blocks.${place}`)) }
}

/** An empty block. A picture, a link and mixes start with what there is: the DJ chooses another. */
export function newBlock(type: BlockType, id: string, first: { mediaId?: string; mixId?: string }): Fields | null {
  const texts = Object.fromEntries(wordsOf[type].map((field) => [field, {}]))
  if (type === 'image') return first.mediaId ? { id, type, ...texts, mediaId: first.mediaId } : null
  if (type === 'heading') return { id, type, ...texts, level: 2 }
  if (type === 'button') return { id, type, ...texts, href: '/mixes' }
  if (type === 'mixes') return { id, type, ...texts, mixIds: first.mixId ? [first.mixId] : [] }
  return { id, type, ...texts }
}

/** A change of the order, by its button: `up.3`, `down.3`, `remove.3`. */
export function rearranged<T>(blocks: readonly T[], step: string): T[] {
  const [verb, place] = step.split('.')
  const at = Number(place)
  const next = [...blocks]
  const [block] = next.splice(at, 1)
  if (block === undefined || verb === 'remove') return next
  next.splice(verb === 'up' ? Math.max(0, at - 1) : at + 1, 0, block)
  return next
}

export const pageFormSchema = z.looseObject({
  intent: z.string().regex(/^(save|publish|unpublish|delete|undo|redo|share|(add)\.[a-z]+|(up|down|remove)\.\d+|place)$/),
  expectedVersion: z.coerce.number().int().positive(),
})
