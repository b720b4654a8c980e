import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { mixIdSchema } from '@residency/domain/catalogue'
import { listRecordings } from '@residency/domain/recordings'
import { decideSuggestion, formatText, getTracklist, readTracklist, saveTracklist } from '@residency/domain/tracklists'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { Button, LinkButton, Notice, Section, TextArea } from '@residency/ui/studio'
import { ProblemNotice, problemOf } from '../../problem.tsx'
import { TrackEditor } from './track-editor.tsx'
import { rowsFrom } from './track-rows.ts'
import { TrackSuggestions } from './track-suggestions.tsx'
import { tracksFormSchema } from './tracks-form.server.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'catalogue.edit', params: mixIdSchema }, async ({ ctx, params }) => {
    const list = await getTracklist(ctx, params)
    const current = (await listRecordings(ctx, params)).find(({ isCurrent }) => isCurrent)
    return { list, text: formatText(list.tracks), hasCueSheet: current?.hasCueSheet ?? false }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'catalogue.edit', params: mixIdSchema, form: tracksFormSchema }, async ({ ctx, params: { mixId }, form }) => {
    switch (form.intent) {
      case 'save':
        await saveTracklist(ctx, { mixId, ...form })
        return { done: 'save' as const, read: null }
      case 'paste':
        return { done: 'read' as const, read: await readTracklist(ctx, { mixId, text: form.text }) }
      case 'import': {
        const file = { filename: form.file.name, bytes: new Uint8Array(await form.file.arrayBuffer()) }
        return { done: 'read' as const, read: await readTracklist(ctx, { mixId, file }) }
      }
      case 'embedded':
        return { done: 'read' as const, read: await readTracklist(ctx, { mixId }) }
      case 'accepted':
      case 'declined':
        await decideSuggestion(ctx, { suggestionId: form.suggestionId, decision: form.intent })
        return { done: form.intent, read: null }
    }
  })

export default function Tracks() {
  const { list, text, hasCueSheet } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('studioMixes')
  const busy = useNavigation().state !== 'idle'
  const problem = problemOf(answer)
  const done = answer && 'done' in answer ? answer : null
  const read = done?.read ?? null
  return (
    <>
      <ProblemNotice answer={answer} />
      {done ? (
        <Notice tone="good">
          {read
            ? t(read.isGuessed ? 'tracklist.readGuessed' : 'tracklist.read', { count: read.tracks.length })
            : t(`tracklist.done.${done.done}`)}
        </Notice>
      ) : null}
      <TrackEditor
        // What is read takes the place of what stands there, and can be undone; what is saved begins anew.
        key={`${list.version}-${read ? JSON.stringify(read.tracks).length : ''}`}
        list={list}
        first={rowsFrom(read?.tracks ?? list.tracks)}
        before={read ? rowsFrom(list.tracks) : null}
        busy={busy}
        stopped={problem?.code === 'conflict'}
      />
      <TrackSuggestions suggestions={list.suggestions} tracks={list.tracks} busy={busy} />
      <Section title={t('tracklist.import')} intro={t('tracklist.importIntro')}>
        <details className="paste" open={problem?.values.text ? true : undefined}>
          <summary>{t('tracklist.paste')}</summary>
          <Form method="post">
            <TextArea
              name="text"
              label={t('tracklist.lines')}
              hint={t('tracklist.linesHint')}
              rows={10}
              defaultValue={problem?.values.text ?? text}
              key={list.version}
              spellCheck={false}
            />
            <Button type="submit" name="intent" value="paste" disabled={busy}>
              {t('tracklist.readLines')}
            </Button>
          </Form>
        </details>
        <Form method="post" encType="multipart/form-data" className="trim-form">
          <div className="field">
            <label htmlFor="tracklist-file">{t('tracklist.file')}</label>
            <input id="tracklist-file" type="file" name="file" accept=".cue,.xml,.nml,.csv,.tsv,.txt,.json" required />
          </div>
          <Button type="submit" name="intent" value="import" disabled={busy}>
            {t('tracklist.readFile')}
          </Button>
        </Form>
        {hasCueSheet ? (
          <Form method="post">
            <Button type="submit" name="intent" value="embedded" disabled={busy}>
              {t('tracklist.embedded')}
            </Button>
          </Form>
        ) : null}
      </Section>
      <Section title={t('tracklist.export')} intro={t('tracklist.exportIntro')}>
        <p className="publish-ways">
          {(['cue', 'json', 'txt'] as const).map((format) => (
            <LinkButton key={format} href={`/studio/mixes/${list.mixId}/tracks/${format}`} download>
              {t(`tracklist.formats.${format}`)}
            </LinkButton>
          ))}
        </p>
      </Section>
    </>
  )
}
