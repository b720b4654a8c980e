import { z } from 'zod'

const mostWords = 200
const mostCharacters = 60

/** Letters and figures alone, without accents and capitals, a space between words: what two spellings have in common. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A word or phrase a line, each once however it is written; the last may end with * for whatever follows. */
export const mutedWordsSchema = z.object({
  words: z
    .string()
    .max(mostWords * mostCharacters * 2, 'field.too_long')
    .transform((typed) => typed.split('\n').flatMap((line) => (folded(line) ? [line.trim().replace(/\s+/g, ' ')] : [])))
    .transform((lines) => [...new Map(lines.map((line) => [keyOf(line), line])).values()])
    .pipe(z.array(z.string().max(mostCharacters, 'field.too_long')).max(mostWords, 'field.too_long')),
})

const isOpen = (word: string): boolean => word.endsWith('*')
const keyOf = (word: string): string => `${folded(word)}${isOpen(word) ? '*' : ''}`

/** The first of the words that a text holds, as whole words, or null. Case, accents and what stands between the words make no difference. */
export function heldFor(body: string, words: readonly string[]): string | null {
  const text = ` ${folded(body)} `
  return words.find((word) => text.includes(` ${folded(word)}${isOpen(word) ? '' : ' '}`)) ?? null
}
