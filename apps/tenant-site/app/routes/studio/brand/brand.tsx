import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { brandSchema } from '@residency/brand'
import { discardBrandDraft, getBrand, publishBrand, saveBrandDraft } from '@residency/domain/brand'
import { invalid } from '@residency/domain/errors'
import { listPictureChoices } from '@residency/domain/media'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { Badge, Button, DefaultSubmit, LinkButton, Notice, PageHead, SaveState, Toolbar, useUnsavedWarning } from '@residency/ui/studio'
import { useRef } from 'react'
import { z } from 'zod'
import { useStudio } from '../layout.tsx'
import { ProblemNotice } from '../problem.tsx'
import { BrandCollision } from './brand-collision.tsx'
import { BrandFields } from './brand-fields.tsx'
import { brandFormSchema } from './brand-form.ts'
import { Corrections } from './corrections.tsx'
import { PreviewFrames } from './preview-frames.tsx'
import { useBrandDraft } from './use-brand-draft.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'brand.edit' }, async ({ ctx }) => {
    const brand = await getBrand(ctx)
    const { logoId, coverId, iconId } = brand.draft ?? brand.published
    return { brand, pictures: await listPictureChoices(ctx, { chosen: [logoId, coverId, iconId] }) }
  })

const version = z.coerce.number().int().positive()
/** The brand as the browser's own save sends it, whole. */
const recordSchema = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.issues.push({ code: 'custom', input: text })
      return z.NEVER
    }
  })
  .pipe(brandSchema)
const form = z.looseObject({ intent: z.enum(['save', 'publish', 'discard']), expectedVersion: version })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'brand.edit', form }, async ({ ctx, form: asked }) => {
    const { intent, expectedVersion } = asked
    if (intent === 'discard') return { done: intent, brand: await discardBrandDraft(ctx, { expectedVersion }) }
    const record = 'record' in asked ? recordSchema.safeParse(asked.record) : brandFormSchema.safeParse(asked)
    if (!record.success) throw invalid({})
    const saved = await saveBrandDraft(ctx, { expectedVersion, record: record.data })
    if (intent === 'save') return { done: intent, brand: saved }
    return { done: intent, brand: await publishBrand(ctx, { expectedVersion: saved.version }) }
  })

export default function BrandEditor() {
  const { brand, pictures } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { may } = useStudio()
  const { t } = useTranslation('studioBrand')
  const busy = useNavigation().state !== 'idle'
  const form = useRef<HTMLFormElement>(null)
  const draft = useBrandDraft(form, brand)
  useUnsavedWarning(draft.state === 'unsaved' || draft.state === 'failed')
  const record = brand.draft ?? brand.published
  return (
    <>
      <PageHead
        title={t('title')}
        intro={t('intro')}
        actions={
          <>
            <LinkButton href="/studio/brand/revisions">{t('revisions')}</LinkButton>
            <LinkButton href="/" target="_blank" rel="noreferrer">
              {t('openSite')}
            </LinkButton>
          </>
        }
      />
      <ProblemNotice answer={draft.collision ? null : (draft.answer ?? answer)} />
      {answer && 'done' in answer && answer.done === 'publish' ? <Notice tone="good">{t('published')}</Notice> : null}
      {draft.collision ? (
        <BrandCollision
          mine={draft.collision.mine}
          theirs={record}
          name={draft.collision.name}
          onKeepYours={draft.keepMine}
          onTakeTheirs={draft.takeTheirs}
        />
      ) : null}
      <Form method="post" ref={form} className="brand-editor" key={draft.formKey} onInput={draft.onInput} onChange={draft.onInput}>
        <DefaultSubmit name="intent" value="save" />
        <input type="hidden" name="expectedVersion" value={draft.version} />
        <Toolbar
          label={t('title')}
          sticky
          end={
            <>
              <Button type="submit" name="intent" value="discard" weight="quiet" disabled={busy || !brand.draft} formNoValidate>
                {t('discard')}
              </Button>
              <Button type="submit" name="intent" value="save" disabled={busy}>
                {t('save')}
              </Button>
              {may.includes('brand.publish') ? (
                <Button type="submit" name="intent" value="publish" weight="main" busy={busy}>
                  {t('publish')}
                </Button>
              ) : null}
            </>
          }
        >
          <SaveState state={draft.state} />
          {brand.draft ? <Badge tone="warn">{t('draft')}</Badge> : <Badge tone="good">{t('live')}</Badge>}
        </Toolbar>
        <div className="brand-columns">
          <div className="brand-fields">
            <BrandFields record={record} pictures={pictures} />
            <Corrections corrections={brand.corrections} />
          </div>
          <PreviewFrames savedVersion={brand.version} live={draft.live} />
        </div>
      </Form>
    </>
  )
}
