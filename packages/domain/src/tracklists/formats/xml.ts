import { SaxesParser } from 'saxes'
import { refuse } from '../refusal.ts'

export interface XmlElement {
  name: string
  attributes: Record<string, string>
}

/** Elements in all: a large collection has a hundred thousand. */
const mostElements = 2_000_000
const deepest = 64

/**
 * Walks through an XML file, element by element, keeping nothing. Strict: what is not well-formed is refused, and so is a document type, so
 * that nobody defines entities or points anywhere. Throws `invalid`.
 */
export function walkXml(
  text: string,
  handlers: { open: (element: XmlElement, depth: number) => void; close?: (name: string, depth: number) => void },
): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let count = 0
  let isRead = false
  parser.on('doctype', () => {
    throw refuse('entities')
  })
  parser.on('error', () => {
    throw refuse('notXml')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    count += 1
    isRead = true
    if (depth > deepest || count > mostElements) throw refuse('absurd')
    handlers.open({ name, attributes: attributes as Record<string, string> }, depth)
  })
  parser.on('closetag', ({ name }) => {
    handlers.close?.(name, depth)
    depth -= 1
  })
  parser.write(text).close()
  if (!isRead) throw refuse('notXml')
}

/** A number of the file, or null. */
export function numberOf(value: string | undefined): number | null {
  if (value === undefined || value.trim() === '') return null
  const number = Number(value.replace(',', '.'))
  return Number.isFinite(number) ? number : null
}
