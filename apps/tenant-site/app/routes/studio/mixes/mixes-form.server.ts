import {
  editMixes,
  editMixesSchema,
  mixesBeforeSchema,
  publishMixes,
  publishMixesSchema,
  undoEditMixes,
  withdrawMixes,
  withdrawMixesSchema,
} from '@residency/domain/catalogue'
import type { AccountContext } from '@residency/domain/context'
import { retryRecording } from '@residency/domain/recordings'
import { z } from 'zod'
import { byIntent } from '../by-intent.server.ts'

const listed = (value: unknown): unknown[] => (value === undefined || value === '' ? [] : [value].flat())
const ids = z.preprocess(listed, editMixesSchema.shape.mixIds)
const ticked = z.preprocess((value) => value === 'on' || undefined, publishMixesSchema.shape.declared)
const parsed = (value: unknown): unknown => {
  try {
    return JSON.parse(String(value))
  } catch {
    return undefined
  }
}

/** Words parted by commas. */
export const moodsFrom = (typed: string): string[] =>
  typed
    .split(',')
    .map((mood) => mood.trim())
    .filter(Boolean)

const what = z.enum(['genre', 'moods', 'artworkId', 'exclusiveTierId'])

const edit = z
  .object({
    mixId: ids,
    what,
    genre: z.string().default(''),
    moods: z.string().default(''),
    artworkId: z.string().default(''),
    exclusiveTierId: z.string().default(''),
  })
  .transform(({ mixId, what: field, genre, moods, artworkId, exclusiveTierId }) => ({
    mixIds: mixId,
    change: {
      [field]: { genre: genre || null, moods: moodsFrom(moods), artworkId: artworkId || null, exclusiveTierId: exclusiveTierId || null }[
        field
      ],
    },
  }))
  .pipe(editMixesSchema)

/** The forms of the list: many mixes at once, and the way back. */
export const mixesFormSchema = byIntent({
  edit,
  publish: z
    .object({ mixId: ids, declared: ticked })
    .transform(({ mixId, declared }) => ({ mixIds: mixId, declared }))
    .pipe(publishMixesSchema),
  withdraw: z
    .object({ mixId: ids })
    .transform(({ mixId }) => ({ mixIds: mixId }))
    .pipe(withdrawMixesSchema),
  undo: z.object({ before: z.preprocess(parsed, mixesBeforeSchema) }),
  retry: z.object({ recordingId: z.uuid() }),
})

/** What was done, and what the Undo button has to send. */
export interface BulkAnswer {
  done: 'edit' | 'publish' | 'withdraw' | 'undo' | 'retry'
  count: number
  left: number
  undo: { intent: 'undo' | 'publish' | 'withdraw'; fields: [string, string][] } | null
}

export async function runMixesForm(ctx: AccountContext, form: z.output<typeof mixesFormSchema>): Promise<BulkAnswer> {
  const named = (mixIds: string[]): [string, string][] => mixIds.map((id) => ['mixId', id])
  switch (form.intent) {
    case 'edit': {
      const { changed, before } = await editMixes(ctx, form)
      return { done: 'edit', count: changed, left: 0, undo: { intent: 'undo', fields: [['before', JSON.stringify(before)]] } }
    }
    case 'publish': {
      const { changed, mixIds, left } = await publishMixes(ctx, form)
      return { done: 'publish', count: changed, left, undo: mixIds.length > 0 ? { intent: 'withdraw', fields: named(mixIds) } : null }
    }
    case 'withdraw': {
      const { changed, mixIds, left } = await withdrawMixes(ctx, form)
      // What was published had its declaration; taking the withdrawal back says it again.
      const fields: [string, string][] = [...named(mixIds), ['declared', 'on']]
      return { done: 'withdraw', count: changed, left, undo: mixIds.length > 0 ? { intent: 'publish', fields } : null }
    }
    case 'undo': {
      const { restored, kept } = await undoEditMixes(ctx, form)
      return { done: 'undo', count: restored, left: kept, undo: null }
    }
    case 'retry':
      await retryRecording(ctx, form)
      return { done: 'retry', count: 1, left: 0, undo: null }
  }
}
