import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation, useSubmit } from '@remix-run/react'
import { deleteEvent, eventIdSchema, publishEvent, requireEditedEvent, updateEvent, withdrawEvent } from '@residency/domain/events'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import {
  Badge,
  Button,
  LinkButton,
  Notice,
  PageHead,
  SaveState,
  Section,
  TextInput,
  Toolbar,
  useUnsavedWarning,
} from '@residency/ui/studio'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { revalidateAfterCollision } from '../after-collision.ts'
import { FormCollision } from '../form-collision.tsx'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { useSettledAnswer } from '../settled-answer.ts'
import { EventFields } from './event-fields.tsx'
import { eventChoices, eventFormSchema, typedEvent } from './event-form.server.ts'

const doneWords = ['created', 'save', 'publish', 'withdraw'] as const
const search = z.object({ done: z.enum(doneWords).optional().catch(undefined) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'events.edit', params: eventIdSchema, search }, async ({ ctx, params, search: { done } }) => {
    const event = await requireEditedEvent(ctx, params)
    return { event, typed: typedEvent(event), choices: await eventChoices(ctx, event.imageId), done }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'events.edit', params: eventIdSchema, form: eventFormSchema }, async ({ ctx, params: { eventId }, form }) => {
    if (form.intent === 'delete') {
      await deleteEvent(ctx, { eventId })
      throw redirect('/studio/events')
    }
    // One button, two steps: what the form holds is kept first, so that pressing Publish never shows fans something older.
    const saved = await updateEvent(ctx, { eventId, expectedVersion: form.expectedVersion, fields: form.fields, slug: form.slug })
    if (form.intent === 'publish') await publishEvent(ctx, { eventId, expectedVersion: saved.version })
    if (form.intent === 'withdraw') await withdrawEvent(ctx, { eventId, expectedVersion: saved.version })
    return { done: form.intent }
  })

/** They say which of two equal hours is meant, and are seen beside those. */
const turns = ['startsTurn', 'endsTurn']

export default function EventEditor() {
  const { event, typed, choices, done: arrived } = useLoaderData<typeof loader>()
  const answer = useSettledAnswer<typeof action>()
  const { t } = useTranslation('studioEvents')
  const format = useFormat()
  const submit = useSubmit()
  const busy = useNavigation().state === 'submitting'
  const form = useRef<HTMLFormElement>(null)
  const problem = problemOf(answer)
  const collided = problem?.code === 'conflict'
  const [touched, setTouched] = useState(false)
  // A save that went through leaves nothing unsaved; one that came back does.
  useEffect(() => setTouched(problem !== null), [problem])
  useUnsavedWarning(touched && !busy)
  const done = answer && 'done' in answer ? answer.done : answer ? undefined : arrived
  const keepMine = () => {
    if (!form.current) return
    const body = new FormData(form.current)
    body.set('intent', 'save')
    submit(body, { method: 'post' })
  }
  return (
    <>
      <PageHead
        title={event.title}
        intro={`${format.dateTime(event.startsAt, { timeZone: event.timeZone, style: 'full', zoneName: true })} · ${event.venue}, ${event.city}`}
        back={{ href: '/studio/events', label: t('title') }}
        actions={event.isPublished ? <LinkButton href={`/events/${event.slug}`}>{t('open')}</LinkButton> : undefined}
      />
      {collided ? (
        <FormCollision
          message={problem.message}
          theirs={typed}
          mine={problem.values}
          label={(field) => (turns.includes(field) ? null : t(`fields.${field as 'title'}`))}
          say={(field, value) => (field === 'imageId' ? choices.pictures.find(({ id }) => id === value)?.label : undefined)}
          busy={busy}
          onKeepYours={keepMine}
        />
      ) : (
        <ProblemNotice answer={answer} />
      )}
      {done ? <Notice tone="good">{t(`done.${done}`)}</Notice> : null}
      <Form
        method="post"
        ref={form}
        key={`${event.id}-${event.version}-${problem?.requestId ?? ''}`}
        onInput={() => setTouched(true)}
        onChange={() => setTouched(true)}
      >
        <input type="hidden" name="expectedVersion" value={event.version} />
        <Toolbar
          label={event.title}
          sticky
          end={
            <>
              {/* First in the form: what Enter in a field presses. */}
              <Button type="submit" name="intent" value="save" weight={event.isPublished ? 'main' : 'plain'} disabled={busy}>
                {t('save')}
              </Button>
              {event.isPublished ? (
                <Button type="submit" name="intent" value="withdraw" weight="quiet" disabled={busy}>
                  {t('withdraw')}
                </Button>
              ) : (
                <Button type="submit" name="intent" value="publish" weight="main" busy={busy}>
                  {t('publish')}
                </Button>
              )}
            </>
          }
        >
          <SaveState state={busy ? 'saving' : touched ? 'unsaved' : 'saved'} />
          {event.isPublished ? <Badge tone="good">{t('published')}</Badge> : <Badge>{t('hidden')}</Badge>}
          {event.isOver ? <Badge>{t('over')}</Badge> : null}
        </Toolbar>
        <EventFields
          typed={problem?.values ?? typed}
          choices={choices}
          wrong={problem?.fields ?? {}}
          address={
            <Section title={t('parts.address')} intro={t('addressIntro')}>
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
          }
        />
      </Form>
      <Section title={t('delete')} intro={t('deleteIntro')}>
        <details className="confirm">
          <summary>{t('deleteThis')}</summary>
          <Form method="post">
            <p>{t('deleteText', { title: event.title })}</p>
            <Button type="submit" name="intent" value="delete" weight="danger" disabled={busy}>
              {t('deleteNow')}
            </Button>
          </Form>
        </details>
      </Section>
    </>
  )
}

export const shouldRevalidate = revalidateAfterCollision
