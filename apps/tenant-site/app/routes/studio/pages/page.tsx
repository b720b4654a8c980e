import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { listMixes, listMixesSchema } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import { listPictureChoices } from '@residency/domain/media'
import { countPageSteps, createDraftPreview, pageIdSchema, requirePage } from '@residency/domain/pages'
import { openLoader } from '@residency/edge/routes'
import { isLocale, localeNames } from '@residency/i18n'
import { useFormat, useTranslation } from '@residency/i18n/react'
import {
  Badge,
  Button,
  Checkbox,
  DefaultSubmit,
  LinkButton,
  Notice,
  PageHead,
  SaveState,
  Section,
  TabLinks,
  TextInput,
  Toolbar,
  useUnsavedWarning,
} from '@residency/ui/studio'
import { type FormEvent, useRef } from 'react'
import { z } from 'zod'
import { useStudio } from '../layout.tsx'
import { ProblemNotice } from '../problem.tsx'
import { BlockFields } from './block-fields.tsx'
import { pageAction } from './page-action.server.ts'
import { PageCollision } from './page-collision.tsx'
import { blockTypes, type Collided, type Refused } from './page-form.ts'
import { useAutosave } from './use-autosave.ts'
import { useFocusAfter, useUndoKeys } from './use-page-keys.ts'
import { useTypedMeanwhile } from './use-typed-meanwhile.ts'

const search = z.object({ lang: z.string().optional().catch(undefined) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'pages.edit', params: pageIdSchema, search }, async ({ ctx, params, search: asked }) => {
    const page = await requirePage(ctx, params)
    const { token } = await createDraftPreview(ctx, params)
    return {
      page,
      name: localize(page.title, ctx.locale, ctx.tenant.locale) || page.slug,
      lang: isLocale(asked.lang) ? asked.lang : ctx.tenant.locale,
      preview: `/preview/${token}`,
      steps: await countPageSteps(ctx, params),
      pictures: await listPictureChoices(ctx, { chosen: page.blocks.map((block) => (block.type === 'image' ? block.mediaId : null)) }),
      mixes: (await listMixes(ctx, listMixesSchema.parse({}))).mixes.map(({ id, title }) => ({ id, label: title })),
    }
  })

export const action = (args: ActionFunctionArgs) => pageAction(args)

export default function PageEditor() {
  const { page, name, lang, preview, pictures, mixes, steps } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { may, locales, timeZone } = useStudio()
  const { t } = useTranslation('studioPages')
  const format = useFormat()
  const navigation = useNavigation()
  // Until the answer is drawn: a button pressed between the two would send the version before it.
  const busy = navigation.state !== 'idle'
  const form = useRef<HTMLFormElement>(null)
  const collision = answer && 'collision' in answer ? (answer.collision as Collided) : null
  const autosave = useAutosave(form, { loaded: page.version, held: collision !== null, busy })
  useUnsavedWarning(autosave.state === 'unsaved' || autosave.state === 'failed')
  const refused = answer && 'refused' in answer ? (answer.refused as unknown as Refused) : null
  const { title, blocks } = collision ?? refused ?? page
  const wrong = (field: string) => {
    const issue = refused?.issues.find((each) => each.field === field || each.field.startsWith(`${field}.`))
    return issue ? t(`wrong.${issue.kind}`) : undefined
  }
  const pressed = useRef<string | null>(null)
  useUndoKeys(form)
  // What was saved by itself since the page was loaded is a step back, and leaves nothing to redo.
  const canUndo = steps.undo > 0 || autosave.saves > 0 || autosave.state === 'unsaved'
  const canRedo = steps.redo > 0 && autosave.saves === 0 && autosave.state === 'saved'
  const stamp = refused?.at ?? (answer && 'at' in answer ? answer.at : '')
  const drawn = `${page.id}-${page.version}-${lang}-${collision ? 'mine' : ''}-${stamp}`
  const meanwhile = useTypedMeanwhile(form, drawn, busy, { pressed, onRestored: autosave.onInput })
  useFocusAfter(form, pressed, navigation.state === 'idle')
  const onInput = (event: FormEvent) => {
    meanwhile.onInput(event)
    autosave.onInput()
  }
  const publishes = page.kind === 'legal' ? may.includes('legal.edit') : may.includes('pages.publish')
  return (
    <>
      <PageHead
        title={name}
        intro={t('editorIntro')}
        back={{ href: '/studio/pages', label: t('title') }}
        actions={<LinkButton href={`/studio/pages/${page.id}/revisions`}>{t('history')}</LinkButton>}
      />
      <ProblemNotice answer={answer} />
      {answer && 'done' in answer && (answer.done === 'publish' || answer.done === 'unpublish') ? (
        <Notice tone="good">{t(`done.${answer.done}`)}</Notice>
      ) : null}
      {collision ? <PageCollision name={collision.name} page={page} mine={collision} /> : null}
      {refused ? <Notice tone="bad">{t('refused')}</Notice> : null}
      {autosave.collided ? <Notice tone="bad">{t('autosaveCollided')}</Notice> : null}
      <TabLinks
        label={t('language')}
        tabs={locales.map((locale) => ({ href: `?lang=${locale}`, label: localeNames[locale], current: locale === lang }))}
      />
      <Form
        method="post"
        ref={form}
        key={drawn}
        onSubmit={(event) => {
          autosave.onSubmit(event)
          meanwhile.onSubmit(event)
          const { submitter } = event.nativeEvent as SubmitEvent
          pressed.current = submitter instanceof HTMLButtonElement ? submitter.value : null
        }}
        onInput={onInput}
        onChange={onInput}
      >
        <DefaultSubmit name="intent" value="save" />
        <input type="hidden" name="expectedVersion" value={autosave.version} />
        <Toolbar
          label={name}
          sticky
          end={
            <>
              {(['undo', 'redo'] as const).map((step) => (
                <Button
                  key={step}
                  type="submit"
                  name="intent"
                  value={step}
                  weight="quiet"
                  disabled={busy || !(step === 'undo' ? canUndo : canRedo)}
                  formNoValidate
                  title={step === 'undo' ? 'Ctrl Z' : 'Ctrl Shift Z'}
                >
                  {t(step)}
                </Button>
              ))}
              <Button type="submit" name="intent" value="save" disabled={busy}>
                {t('save')}
              </Button>
              {publishes && page.isPublished ? (
                <Button type="submit" name="intent" value="unpublish" weight="quiet" disabled={busy}>
                  {t('unpublish')}
                </Button>
              ) : null}
              {publishes ? (
                <Button type="submit" name="intent" value="publish" weight="main" busy={busy}>
                  {t('publish')}
                </Button>
              ) : null}
            </>
          }
        >
          <SaveState state={autosave.state} />
          {page.isPublished ? <Badge tone="good">{t('published')}</Badge> : <Badge>{t('hidden')}</Badge>}
          {page.isPublished && page.hasUnpublishedChanges ? <Badge tone="warn">{t('changed')}</Badge> : null}
        </Toolbar>
        <div className="brand-columns">
          <div>
            <div className="stack">
              <TextInput
                name={`title.${lang}`}
                lang={lang}
                label={t('pageTitle')}
                defaultValue={title[lang] ?? ''}
                error={wrong('title')}
                maxLength={120}
              />
              {locales
                .filter((locale) => locale !== lang)
                .map((locale) => (
                  <input key={locale} type="hidden" name={`title.${locale}`} value={title[locale] ?? ''} />
                ))}
            </div>
            <ol className="block-list">
              {blocks.map((block, index) => (
                <BlockFields
                  key={block.id}
                  block={block}
                  index={index}
                  last={index === blocks.length - 1}
                  lang={lang}
                  pictures={pictures}
                  mixes={mixes}
                  busy={busy}
                  wrong={wrong(`blocks.${index}`)}
                />
              ))}
            </ol>
            {blocks.length === 0 ? <p>{t('noBlocks')}</p> : null}
            <fieldset className="add-blocks">
              <legend>{t('add')}</legend>
              {blockTypes.map((type) => (
                <Button key={type} type="submit" name="intent" value={`add.${type}`} disabled={busy}>
                  {t(`blocks.${type}`)}
                </Button>
              ))}
            </fieldset>
          </div>
          <aside className="previews" aria-label={t('preview')}>
            <p>
              <a href={preview} target="_blank" rel="noreferrer">
                {t('openPreview')}
              </a>
            </p>
            <div className="preview-box">
              <iframe key={page.version} src={preview} title={t('preview')} width="100%" height={720} tabIndex={-1} />
            </div>
          </aside>
        </div>
      </Form>
      <Section title={t('share')} intro={t('shareIntro')}>
        <Form method="post" className="preview-link">
          <input type="hidden" name="expectedVersion" value={page.version} />
          {answer && 'done' in answer && answer.done === 'shared' ? (
            <TextInput
              name="url"
              label={t('shareUntil', { date: format.dateTime(answer.expiresAt, { timeZone }) })}
              value={answer.url}
              readOnly
            />
          ) : null}
          <p>
            <Button type="submit" name="intent" value="share" disabled={busy}>
              {t('makeLink')}
            </Button>
          </p>
        </Form>
      </Section>
      {page.kind === 'page' ? (
        <Section title={t('menu')} intro={t('menuIntro')}>
          <Form method="post" className="stack" key={`${page.inNavigation}-${page.position}`}>
            <input type="hidden" name="expectedVersion" value={page.version} />
            <Checkbox name="inNavigation" label={t('inMenu')} defaultChecked={page.inNavigation} />
            <TextInput name="position" type="number" min={0} max={1000} label={t('position')} defaultValue={page.position} />
            <p>
              <Button type="submit" name="intent" value="place" disabled={busy}>
                {t('savePlace')}
              </Button>
            </p>
          </Form>
        </Section>
      ) : null}
      {page.kind !== 'about' && may.includes('pages.delete') ? (
        <Section title={t('deleteTitle')} intro={t('deleteIntro')}>
          <details className="confirm">
            <summary>{t('delete')}</summary>
            <Form method="post">
              <input type="hidden" name="expectedVersion" value={page.version} />
              <p>{t('deleteText', { name })}</p>
              <Button type="submit" name="intent" value="delete" weight="danger" disabled={busy}>
                {t('deleteNow')}
              </Button>
            </Form>
          </details>
        </Section>
      ) : null}
    </>
  )
}

/**
 * A save that happened by itself needs no fresh page: the form already holds what was saved, and after a collision it holds what was typed.
 * A collision that somebody is to choose about needs what the other wrote.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, actionStatus, defaultShouldRevalidate }) =>
  formData?.get('auto') === 'on' ? false : actionStatus === 409 || defaultShouldRevalidate
