import { withTenant } from '@residency/db'
import type { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { requireMayComment } from './comment-rules.ts'
import { commentText } from './comment-text.ts'
import { heardMixSchema, requireHeardMix } from './heard-mix.ts'
import { momentSchema } from './moment.ts'
import { readMutedWords } from './mute-words.ts'
import { heldFor } from './muted-words.ts'

export const writeCommentSchema = heardMixSchema.extend({ at: momentSchema, body: commentText })

/** A form that was sent twice says the same twice within this. */
const sameWithinMs = 10 * 60_000

/**
 * Pins a comment to a moment of a mix (`at`, in milliseconds; never beyond its end). The same words at the same moment, sent again, are the
 * comment that is there. A fan's with a muted word is hidden until a moderator has looked. Throws `unauthenticated`, `not_found`, `conflict` (closed, not heard, address not confirmed, links), `too_many`.
 */
export async function writeComment(given: TenantContext, input: z.output<typeof writeCommentSchema>): Promise<{ id: string }> {
  const ctx = requireAccount(given)
  const { accountId } = ctx.actor
  const { mixId, body } = input
  await requireHeardMix(ctx, input)
  return withTenant(ctx.ref, async (db) => {
    // One after the other, so that the measure of an hour holds however many are sent at once.
    await db.$executeRaw`select from account where id = ${accountId}::uuid for no key update`
    const mix = await db.mix.findFirst({ where: { id: mixId }, select: { commentsOpen: true, durationMs: true } })
    if (!mix) throw notFound()
    if (!mix.commentsOpen) throw conflict('comment.closed')
    const atMs = mix.durationMs > 0 ? Math.min(input.at, mix.durationMs) : input.at
    const since = new Date(ctx.now().getTime() - sameWithinMs)
    const same = await db.mixComment.findFirst({ where: { accountId, mixId, atMs, body, createdAt: { gt: since } }, select: { id: true } })
    if (same) return same
    await requireMayComment(db, ctx, body)
    const held = ctx.actor.role === 'fan' ? heldFor(body, await readMutedWords(db)) : null
    return db.mixComment.create({
      data: { mixId, accountId, atMs, body, createdAt: ctx.now(), hiddenAt: held === null ? null : ctx.now(), heldFor: held },
      select: { id: true },
    })
  })
}
