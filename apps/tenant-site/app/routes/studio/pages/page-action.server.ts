import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { listMixes, listMixesSchema } from '@residency/domain/catalogue'
import { AppError } from '@residency/domain/errors'
import { listMedia } from '@residency/domain/media'
import {
  createDraftPreview,
  deletePage,
  listPageRevisions,
  pageIdSchema,
  placePage,
  publishPage,
  restorePageRevision,
  savePage,
  savePageSchema,
  unpublishPage,
} from '@residency/domain/pages'
import { openAction } from '@residency/edge/routes'
import { type BlockType, blockTypes, newBlock, pageFormSchema, rearranged, unverifiedContent } from './page-form.ts'

/** Everything the page editor's buttons do. Each button sends the whole form, so nothing typed is lost by pressing one. */
export const pageAction = (args: ActionFunctionArgs) =>
  openAction(
    args,
    { access: 'pages.edit', params: pageIdSchema, form: pageFormSchema },
    async ({ ctx, form, params: { pageId }, scope }) => {
      const { intent, expectedVersion } = form
      if (intent === 'delete') {
        await deletePage(ctx, { pageId })
        throw redirect('/studio/pages')
      }
      if (intent === 'place') {
        await placePage(ctx, { pageId, inNavigation: form.inNavigation === 'on', position: Number(form.position) || 0 })
        return { done: 'placed' as const }
      }
      if (intent === 'share') {
        const { token, expiresAt } = await createDraftPreview(ctx, { pageId })
        return { done: 'shared' as const, url: `${scope.facts.publicOrigin}/preview/${token}`, expiresAt: expiresAt.toISOString() }
      }
      if (intent === 'undo') {
        const [, before] = await listPageRevisions(ctx, { pageId })
        if (before) await restorePageRevision(ctx, { pageId, revisionId: before.id, expectedVersion })
        return { done: 'undone' as const }
      }
      const content = unverifiedContent(form)
      const blocks = await arranged(intent, content.blocks)
      const checked = savePageSchema.parse({ pageId, expectedVersion, title: content.title, blocks })
      try {
        const saved = await savePage(ctx, checked)
        if (intent === 'publish') await publishPage(ctx, { pageId, expectedVersion: saved.version })
        if (intent === 'unpublish') await unpublishPage(ctx, { pageId, expectedVersion: saved.version })
        return {
          done: intent === 'publish' || intent === 'unpublish' ? (intent as 'publish' | 'unpublish') : ('saved' as const),
          version: saved.version,
        }
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'conflict') throw error
        // What was typed comes back whole: the editor shows both and lets the person choose.
        return data(
          { collision: { name: String(error.detail.params?.name ?? ''), title: checked.title, blocks: checked.blocks } },
          { status: 409 },
        )
      }

      async function arranged(step: string, given: Record<string, unknown>[]): Promise<unknown[]> {
        if (!step.startsWith('add.')) return /^(up|down|remove)\./.test(step) ? rearranged(given, step) : given
        const type = step.slice('add.'.length)
        if (!blockTypes.includes(type as BlockType)) return given
        const [picture] = type === 'image' ? (await listMedia(ctx, { q: '', page: 1 })).items : []
        const [mix] = type === 'mixes' ? (await listMixes(ctx, listMixesSchema.parse({}))).mixes : []
        const block = newBlock(type as BlockType, randomUUID().slice(0, 8), { mediaId: picture?.id, mixId: mix?.id })
        if (!block) throw new AppError('conflict', { messageKey: 'media.none' })
        return [...given, block]
      }
    },
  )
