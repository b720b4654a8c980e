import { z } from 'zod'

export const mostCharacters = 600

/** Controls (but a line's end), marks that turn the direction of what follows, and characters that take no room. */
const unseen = /[^\P{Cc}\n]|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(unseen, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

export const commentText = z
  .string()
  .max(mostCharacters * 4, 'field.too_long')
  .transform(clean)
  .pipe(z.string().min(1, 'required').max(mostCharacters, 'field.too_long'))

/** Addresses in a text, however they begin. */
export const linksIn = (text: string): number => text.match(/(?:https?:\/\/|www\.)\S|\b[a-z0-9-]+\.(?:[a-z]{2,})\/\S/gi)?.length ?? 0
