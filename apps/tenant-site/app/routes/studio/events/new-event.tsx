import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { createEvent } from '@residency/domain/events'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { Button, PageHead, useUnsavedWarning } from '@residency/ui/studio'
import { useState } from 'react'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { EventFields } from './event-fields.tsx'
import { eventChoices, newEventFormSchema } from './event-form.server.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'events.edit' }, async ({ ctx }) => ({ choices: await eventChoices(ctx, null) }))

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'events.edit', form: newEventFormSchema }, async ({ ctx, form }) => {
    const event = await createEvent(ctx, form)
    throw redirect(`/studio/events/${event.id}?done=created`)
  })

export default function NewEvent() {
  const { choices } = useLoaderData<typeof loader>()
  const problem = problemOf(useActionData<typeof action>())
  const { t } = useTranslation('studioEvents')
  const busy = useNavigation().state !== 'idle'
  const [touched, setTouched] = useState(false)
  useUnsavedWarning(touched && !busy)
  return (
    <>
      <PageHead title={t('new')} intro={t('newIntro')} back={{ href: '/studio/events', label: t('title') }} />
      <ProblemNotice answer={problem ? { problem } : null} />
      <Form method="post" key={problem?.requestId ?? 'new'} onInput={() => setTouched(true)}>
        <EventFields typed={problem?.values ?? {}} choices={choices} wrong={problem?.fields ?? {}} />
        <p className="form-end">
          <Button type="submit" weight="main" busy={busy}>
            {t('create')}
          </Button>
        </p>
      </Form>
    </>
  )
}
