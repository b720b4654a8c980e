import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { limits } from '@residency/config'
import { AppError, invalid } from '@residency/domain/errors'
import { addMedia, listMedia, listMediaSchema } from '@residency/domain/media'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { errorText } from '@residency/i18n/server'
import { Button, EmptyState, Notice, PageHead, Section, TextInput } from '@residency/ui/studio'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { useStudio } from '../layout.tsx'
import { Pager } from '../pager.tsx'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { SearchForm } from '../search-form.tsx'
import { pictureTypes } from './picture-types.ts'
import { PictureUploads } from './picture-uploads.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'media.edit', search: listMediaSchema }, async ({ ctx, search }) => ({
    ...(await listMedia(ctx, search)),
    q: search.q,
    mostBytes: limits.uploadImageBytes,
  }))

const form = z.object({ files: z.unknown() })

/** The form without scripts: many pictures in one request. One that is refused keeps none of the others out, and each is told by its name. */
export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'media.edit', form }, async ({ ctx, form: asked }) => {
    const files = [asked.files].flat().filter((file): file is File => file instanceof File && file.size > 0)
    if (files.length === 0) throw invalid({ files: 'required' })
    const added: string[] = []
    const refused: { filename: string; why: string }[] = []
    for (const file of files) {
      try {
        added.push((await addMedia(ctx, { filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })).filename)
      } catch (error) {
        if (!(error instanceof AppError) || !['too_large', 'unsupported'].includes(error.code)) throw error
        refused.push({ filename: file.name, why: errorText(ctx.locale, error.messageKey, error.detail.params) })
      }
    }
    return { added, refused }
  })

export default function Media() {
  const { items, total, page, pageCount, q, mostBytes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { locale } = useStudio()
  const { t } = useTranslation('studioMedia')
  const format = useFormat()
  const problem = problemOf(answer)
  const [scripts, setScripts] = useState(false)
  useEffect(() => setScripts(true), [])
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      <ProblemNotice answer={answer} />
      {answer && 'added' in answer && answer.added.length > 0 ? (
        <Notice tone="good">{t('added', { count: answer.added.length })}</Notice>
      ) : null}
      {answer && 'refused' in answer && answer.refused.length > 0 ? (
        <Notice tone="bad" title={t('refused', { count: answer.refused.length })}>
          <ul className="plain-list">
            {answer.refused.map(({ filename, why }) => (
              <li key={filename}>
                <strong>{filename}</strong>: {why}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Section title={t('add')} intro={t('addIntro')}>
        {scripts ? (
          <PictureUploads mostBytes={mostBytes} />
        ) : (
          <form method="post" encType="multipart/form-data" className="drop-form">
            <TextInput
              name="files"
              type="file"
              label={t('files')}
              hint={t('filesHint', { most: format.bytes(mostBytes) })}
              error={problem?.fields.files}
              accept={pictureTypes.join(',')}
              multiple
              required
            />
            <Button type="submit" weight="main">
              {t('upload')}
            </Button>
          </form>
        )}
      </Section>
      {total === 0 && q === '' ? null : <SearchForm label={t('find')} q={q} />}
      {items.length === 0 ? (
        <EmptyState title={q ? t('nothingFound') : t('empty')}>{q ? null : t('emptyText')}</EmptyState>
      ) : (
        <ul className="library">
          {items.map((item) => (
            <li key={item.id}>
              <a href={`/studio/media/${item.id}`}>
                <img
                  src={`/media/${item.id}?w=320&f=webp`}
                  alt={item.alt[locale] ?? Object.values(item.alt).find(Boolean) ?? item.filename}
                  width={320}
                  height={320}
                  loading="lazy"
                  style={{ background: item.tone, objectPosition: `${item.focalX / 10}% ${item.focalY / 10}%` }}
                />
                <small>
                  {item.filename}
                  <br />
                  {item.width} × {item.height}, {format.bytes(item.bytes)}
                </small>
              </a>
            </li>
          ))}
        </ul>
      )}
      {total > 0 ? <Pager path="/studio/media" q={q} page={page} pageCount={pageCount} total={t('total', { count: total })} /> : null}
    </>
  )
}
