import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { invalid } from '@residency/domain/errors'
import { addMedia, listMedia, listMediaSchema } from '@residency/domain/media'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, EmptyState, LinkButton, Notice, PageHead, Section, TextInput } from '@residency/ui/studio'
import { z } from 'zod'
import { useStudio } from '../layout.tsx'
import { ProblemNotice } from '../problem.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'media.edit', search: listMediaSchema }, async ({ ctx, search }) => ({
    ...(await listMedia(ctx, search)),
    q: search.q,
  }))

const form = z.object({ files: z.unknown() })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'media.edit', form }, async ({ ctx, form: asked }) => {
    const files = [asked.files].flat().filter((file): file is File => file instanceof File && file.size > 0)
    if (files.length === 0) throw invalid({ files: 'required' })
    const added: string[] = []
    for (const file of files)
      added.push((await addMedia(ctx, { filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })).filename)
    return { added }
  })

export default function Media() {
  const { items, total, page, pageCount, q } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { locale } = useStudio()
  const { t } = useTranslation('studioMedia')
  const format = useFormat()
  const busy = useNavigation().state === 'submitting'
  const at = (to: number) => `/studio/media?${new URLSearchParams({ ...(q ? { q } : {}), page: String(to) })}`
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      <ProblemNotice answer={answer} />
      {answer && 'added' in answer ? <Notice tone="good">{t('added', { count: answer.added.length })}</Notice> : null}
      <Section title={t('add')} intro={t('addIntro')}>
        <Form
          method="post"
          encType="multipart/form-data"
          className="stack"
          key={answer && 'added' in answer ? answer.added.join() : 'form'}
        >
          <TextInput
            name="files"
            type="file"
            label={t('files')}
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            multiple
            required
          />
          <p>
            <Button type="submit" weight="main" busy={busy}>
              {t('upload')}
            </Button>
          </p>
        </Form>
      </Section>
      <form method="get" className="inline-form">
        <label>
          {t('find')} <input type="search" name="q" defaultValue={q} />
        </label>{' '}
        <Button type="submit">{t('search')}</Button>
      </form>
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
      <p className="inline-form">
        {page > 1 ? <LinkButton href={at(page - 1)}>{t('newer')}</LinkButton> : null}
        <span>{t('total', { count: total })}</span>
        {page < pageCount ? <LinkButton href={at(page + 1)}>{t('older')}</LinkButton> : null}
      </p>
    </>
  )
}
