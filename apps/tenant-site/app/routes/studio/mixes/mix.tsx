import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type ShouldRevalidateFunction, useLoaderData, useNavigation, useSubmit } from '@remix-run/react'
import { deleteMix, mixIdSchema, requireEditedMix, updateMix } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import { listOpenTiers } from '@residency/domain/fan-club'
import { listPictureChoices } from '@residency/domain/media'
import { listRecordings } from '@residency/domain/recordings'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { Button, Notice, SaveState, Section, TextInput, Toolbar, useUnsavedWarning } from '@residency/ui/studio'
import { useRef } from 'react'
import { FormCollision } from '../form-collision.tsx'
import { useAutosave } from '../pages/use-autosave.ts'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { useSettledAnswer } from '../settled-answer.ts'
import { EmbedCode } from './embed-code.tsx'
import { MixFields } from './mix-fields.tsx'
import { mixFormSchema, typedMix } from './mix-form.server.ts'

const nothing = { genres: [] as string[], moods: [] as string[] }

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'catalogue.edit', params: mixIdSchema }, async ({ ctx, params }) => {
    const mix = await requireEditedMix(ctx, params)
    const recordings = await listRecordings(ctx, params)
    const heard = recordings.find(({ isCurrent }) => isCurrent) ?? recordings[0]
    return {
      mix,
      typed: typedMix(mix),
      suggestion: heard?.suggestion ?? nothing,
      pictures: await listPictureChoices(ctx, { chosen: [mix.artworkId] }),
      tiers: (await listOpenTiers(ctx)).map(({ id, name }) => ({ id, name: localize(name, ctx.locale, ctx.tenant.locale) })),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'catalogue.edit', params: mixIdSchema, form: mixFormSchema }, async ({ ctx, params: { mixId }, form }) => {
    if (form.intent === 'delete') {
      await deleteMix(ctx, { mixId })
      throw redirect('/studio/mixes')
    }
    const { expectedVersion, fields, slug } = form
    const { version } = await updateMix(ctx, { mixId, expectedVersion, fields, slug })
    return { done: 'save' as const, version }
  })

/** What is saved by itself does not load the form anew while one types. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, actionStatus, defaultShouldRevalidate }) =>
  formData?.get('auto') === 'on' ? false : actionStatus === 409 || defaultShouldRevalidate

const switches = ['earlyAccess', 'embedAllowed', 'downloadable', 'commentsOpen']

interface Words {
  pictures: { id: string; label: string }[]
  tiers: { id: string; name: string }[]
  yes: string
  everybody: string
}

/** What the form's ids and switches mean. */
const sayIn =
  ({ pictures, tiers, yes, everybody }: Words) =>
  (field: string, value: string): string | undefined => {
    if (field === 'artworkId') return pictures.find(({ id }) => id === value)?.label
    if (field === 'exclusiveTierId') return tiers.find(({ id }) => id === value)?.name ?? (value === '' ? everybody : undefined)
    return value === 'on' ? yes : undefined
  }

export default function MixEditor() {
  const { mix, typed, suggestion, pictures, tiers } = useLoaderData<typeof loader>()
  const answer = useSettledAnswer<typeof action>()
  const { t } = useTranslation('studioMixes')
  const submit = useSubmit()
  const busy = useNavigation().state !== 'idle'
  const form = useRef<HTMLFormElement>(null)
  const problem = problemOf(answer)
  const collided = problem?.code === 'conflict'
  // What fans see changes when one says so, not while one types.
  const isOut = mix.publication !== 'draft'
  const autosave = useAutosave(form, { loaded: mix.version, held: isOut || collided, busy })
  const state = busy ? 'saving' : problem ? 'unsaved' : autosave.state
  useUnsavedWarning((state === 'unsaved' || state === 'failed') && !busy)
  const keepMine = () => {
    if (!form.current) return
    const body = new FormData(form.current)
    body.set('intent', 'save')
    body.set('expectedVersion', String(mix.version))
    submit(body, { method: 'post' })
  }
  return (
    <>
      {collided ? (
        <FormCollision
          message={problem.message}
          theirs={typed}
          mine={problem.values}
          label={(field) => t(`fields.${field as 'title'}`)}
          switches={switches}
          say={sayIn({ pictures, tiers, yes: t('yes'), everybody: t('everybody') })}
          busy={busy}
          onKeepYours={keepMine}
        />
      ) : (
        <ProblemNotice answer={answer} />
      )}
      {autosave.collided && !collided ? <Notice tone="bad">{t('autosaveCollided')}</Notice> : null}
      {answer && 'done' in answer ? <Notice tone="good">{t('saved')}</Notice> : null}
      <Form
        method="post"
        ref={form}
        key={`${mix.id}-${problem?.requestId ?? ''}`}
        onSubmit={autosave.onSubmit}
        onInput={autosave.onInput}
        onChange={autosave.onInput}
      >
        <input type="hidden" name="expectedVersion" value={autosave.version} />
        <Toolbar
          label={mix.title}
          sticky
          end={
            <Button type="submit" name="intent" value="save" weight="main" disabled={busy}>
              {t('save')}
            </Button>
          }
        >
          <SaveState state={state} />
        </Toolbar>
        <MixFields
          typed={problem?.values ?? typed}
          wrong={problem?.fields ?? {}}
          suggestion={suggestion}
          pictures={pictures}
          tiers={tiers}
        />
        <Section title={t('address')} intro={t('addressIntro')}>
          <TextInput
            name="slug"
            label={t('fields.slug')}
            defaultValue={problem?.values.slug ?? typed.slug}
            error={problem?.fields.slug}
            required
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
          />
        </Section>
      </Form>
      {mix.publication === 'published' && mix.embedAllowed ? <EmbedCode mix={mix} /> : null}
      <Section title={t('delete.title')} intro={t('delete.intro')}>
        <details className="confirm">
          <summary>{t('delete.this')}</summary>
          <Form method="post">
            <p>{t('delete.text', { title: mix.title })}</p>
            <Button type="submit" name="intent" value="delete" weight="danger" disabled={busy}>
              {t('delete.now')}
            </Button>
          </Form>
        </details>
      </Section>
    </>
  )
}
