import {
  changeFollow,
  changeFollowSchema,
  changeLike,
  changeLikeSchema,
  commentIdSchema,
  deleteComment,
  moderateComments,
  reportComment,
  reportCommentSchema,
  writeComment,
  writeCommentSchema,
} from '@residency/domain/community'
import type { AccountContext } from '@residency/domain/context'
import type { z } from 'zod'
import { byIntent } from '../../studio/by-intent.server.ts'

const aboutMix = { mixId: true, link: true } as const

/** Everything one can say of a mix, by the button that was pressed. */
export const communityForm = byIntent({
  like: changeLikeSchema.omit(aboutMix),
  follow: changeFollowSchema,
  comment: writeCommentSchema.omit(aboutMix),
  delete: commentIdSchema,
  report: reportCommentSchema,
  hide: commentIdSchema,
  show: commentIdSchema,
})

export async function say(ctx: AccountContext, mix: { mixId: string; link: string | null }, form: z.output<typeof communityForm>) {
  if (form.intent === 'like') await changeLike(ctx, { ...mix, liked: form.liked })
  else if (form.intent === 'follow') await changeFollow(ctx, form)
  else if (form.intent === 'comment') await writeComment(ctx, { ...mix, at: form.at, body: form.body })
  else if (form.intent === 'delete') await deleteComment(ctx, form)
  else if (form.intent === 'report') await reportComment(ctx, form)
  else await moderateComments(ctx, { commentIds: [form.commentId], moderation: form.intent })
}
