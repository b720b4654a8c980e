import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { mixIdSchema } from '@residency/domain/catalogue'
import { notFound } from '@residency/domain/errors'
import {
  chooseRecording,
  deleteRecording,
  listRecordings,
  recordingIdSchema,
  retryRecording,
  trimRecording,
  trimRecordingSchema,
} from '@residency/domain/recordings'
import { acceptedAudioFiles } from '@residency/domain/uploads'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { EmptyState, Notice, Section, typedMs } from '@residency/ui/studio'
import { z } from 'zod'
import { byIntent } from '../by-intent.server.ts'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { AudioFacts } from './audio-facts.tsx'
import { AudioVersions } from './audio-versions.tsx'
import { useMix } from './mix-layout.tsx'
import { StageTrack, useFailureWords } from './stage.tsx'
import { TrimEditor } from './trim-editor.tsx'
import { UploadZone } from './upload/upload-zone.tsx'
import { useProgress } from './use-progress.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'catalogue.edit', params: mixIdSchema }, async ({ ctx, params }) => ({
    recordings: await listRecordings(ctx, params),
    accept: acceptedAudioFiles,
  }))

const cut = z
  .string()
  .transform((typed) => (typed.trim() === '' ? 0 : typedMs(typed)))
  .refine((ms) => ms !== null, 'field.time')
const form = byIntent({
  trim: z.object({ recordingId: z.uuid(), startMs: cut, endMs: cut }).pipe(trimRecordingSchema),
  choose: recordingIdSchema,
  delete: recordingIdSchema,
  retry: recordingIdSchema,
})
const verbs = { choose: chooseRecording, delete: deleteRecording, retry: retryRecording }

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'catalogue.edit', params: mixIdSchema, form }, async ({ ctx, params, form: asked }) => {
    // A version of this mix, not of another that the same form could name.
    const known = await listRecordings(ctx, params)
    if (!known.some(({ recordingId }) => recordingId === asked.recordingId)) throw notFound()
    if (asked.intent === 'trim') await trimRecording(ctx, asked)
    else await verbs[asked.intent](ctx, asked)
    return { done: asked.intent }
  })

export default function Audio() {
  const { recordings, accept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { mix } = useMix()
  const { t } = useTranslation('studioMixes')
  const busy = useNavigation().state !== 'idle'
  const live = useProgress()
  const words = useFailureWords()
  const newest = recordings[0]
  const heard = recordings.find(({ isCurrent }) => isCurrent) ?? newest
  const running = newest && { ...newest, ...live.get(newest.recordingId) }
  return (
    <>
      <ProblemNotice answer={answer} />
      {answer && 'done' in answer ? <Notice tone="good">{t(`audioDone.${answer.done}`)}</Notice> : null}
      {running && running.stage !== 'ready' ? (
        <Section title={t('work')} intro={running.filename}>
          <StageTrack stage={running.stage} progress={running.progress} failedAt={running.failedAt} />
          {running.stage === 'failed' ? <Notice tone="bad">{words(running.failure)}</Notice> : null}
        </Section>
      ) : null}
      {heard ? (
        <Section title={t('listen')} intro={t('listenIntro')}>
          <TrimEditor
            key={heard.recordingId}
            mixId={mix.id}
            recording={{ ...heard, ...live.get(heard.recordingId) }}
            busy={busy}
            wrong={problemOf(answer)?.fields ?? {}}
          />
          <AudioFacts recording={heard} />
        </Section>
      ) : (
        <EmptyState title={t('filter.none')}>{t('noAudioText')}</EmptyState>
      )}
      <Section title={t('replace')} intro={t('replaceIntro')}>
        <UploadZone accept={accept} mixId={mix.id} label={t('upload.chooseOne')} hint={t('upload.hintOne')} />
      </Section>
      {recordings.length > 0 ? (
        <Section title={t('versions')} intro={t('versionsIntro')}>
          <AudioVersions recordings={recordings.map((one) => ({ ...one, ...live.get(one.recordingId) }))} busy={busy} />
        </Section>
      ) : null}
    </>
  )
}
