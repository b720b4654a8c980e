import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { listMixes, listMixesSchema } from '@residency/domain/catalogue'
import { AppError } from '@residency/domain/errors'
import { listMedia } from '@residency/domain/media'
import {
  createDraftPreview,
  deletePage,
  pageIdSchema,
  placePage,
  publishPage,
  requirePage,
  savePage,
  savePageSchema,
  stepPage,
  unpublishPage,
} from '@residency/domain/pages'
import { openAction } from '@residency/edge/routes'
import type { z } from 'zod'
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
      const content = unverifiedContent(form)
      const blocks = await arranged(intent, content.blocks)
      const parsed = savePageSchema.safeParse({ pageId, expectedVersion, title: content.title, blocks })
      const isStep = intent === 'undo' || intent === 'redo'
      // A step back from what can't be kept is a step to what was kept last.
      if (!parsed.success && isStep) return { done: 'stepped' as const, at: Date.now() }
      // What was typed comes back whole with what is wrong about it, so that it is not typed twice where there are no scripts.
      if (!parsed.success)
        return data({ refused: { issues: issuesOf(parsed.error), title: content.title, blocks, at: Date.now() } }, { status: 422 })
      const checked = parsed.data
      try {
        if (isStep) {
          // What was typed and not yet saved is a step of its own: Undo takes it back, and Redo brings it again.
          const now = await requirePage(ctx, { pageId })
          const isNew = now.version === expectedVersion && !sameContent(checked, now)
          const { version } = isNew ? await savePage(ctx, checked) : { version: expectedVersion }
          await stepPage(ctx, { pageId, expectedVersion: version, direction: intent })
          return { done: 'stepped' as const, at: Date.now() }
        }
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

type Issue = { field: string; kind: 'required' | 'tooLong' | 'href' | 'other' }

/** What is wrong, field by field, in kinds that the editor has words for. */
const issuesOf = (error: z.ZodError): Issue[] =>
  error.issues.map(({ path, code }) => {
    const field = path.join('.')
    const kind = field === 'title' ? 'required' : code === 'too_big' ? 'tooLong' : field.endsWith('href') ? 'href' : 'other'
    return { field, kind }
  })

/** A new language's empty text is no change, and neither is another order of keys. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, each]) => each !== '')
            .sort(([a], [b]) => a.localeCompare(b)),
        )
      : inner,
  )
const sameContent = (one: { title: unknown; blocks: unknown }, other: { title: unknown; blocks: unknown }): boolean =>
  plain([one.title, one.blocks]) === plain([other.title, other.blocks])
