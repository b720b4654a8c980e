import { z } from 'zod'

const day = 24 * 3_600_000

/** A moment of a mix as one types it ("4:05", "1:02:03"), in milliseconds. Left empty: its beginning. */
export const momentSchema = z
  .string()
  .trim()
  .regex(/^$|^(?:\d{1,2}:)?\d{1,3}:\d{1,2}$|^\d{1,5}$/, 'comment.moment')
  .transform((text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part || 0), 0) * 1000)
  .pipe(z.number().int().min(0).max(day, 'comment.moment'))
