import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { deleteMedia, requireMediaItem, updateMedia } from '@residency/domain/media'
import { openAction, openLoader } from '@residency/edge/routes'
import { localeNames, locales } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { Button, Notice, PageHead, Section, TextInput } from '@residency/ui/studio'
import { type MouseEvent, useState } from 'react'
import { z } from 'zod'
import { revalidateAfterCollision } from '../after-collision.ts'
import { ProblemNotice } from '../problem.tsx'

const params = z.object({ mediaItemId: z.uuid() })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'media.edit', params }, async ({ ctx, params: { mediaItemId } }) => ({
    item: await requireMediaItem(ctx, { mediaItemId }),
  }))

const words = z.string().trim().max(300).default('')
const thousandths = z.coerce.number().int().min(0).max(1_000)
const form = z.object({
  intent: z.enum(['save', 'delete']),
  expectedVersion: z.coerce.number().int().positive(),
  focalX: thousandths,
  focalY: thousandths,
  'alt.en': words,
  'alt.es': words,
  'alt.pt': words,
  'alt.fr': words,
})

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'media.edit', params, form }, async ({ ctx, params: { mediaItemId }, form: asked }) => {
    if (asked.intent === 'delete') {
      await deleteMedia(ctx, { mediaItemId })
      throw redirect('/studio/media')
    }
    const alt = Object.fromEntries(locales.flatMap((locale) => (asked[`alt.${locale}`] ? [[locale, asked[`alt.${locale}`]]] : [])))
    const { expectedVersion, focalX, focalY } = asked
    await updateMedia(ctx, { mediaItemId, expectedVersion, focalX, focalY, alt })
    return { done: true }
  })

export default function MediaItem() {
  const { item } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('studioMedia')
  const busy = useNavigation().state !== 'idle'
  const [focal, setFocal] = useState({ x: item.focalX, y: item.focalY })
  const point = (event: MouseEvent<HTMLButtonElement>) => {
    // From the keyboard there is no place to point at: the two numbers below are for that.
    if (event.detail === 0) return
    const box = event.currentTarget.getBoundingClientRect()
    const part = (at: number, from: number, size: number) => Math.round(Math.min(1, Math.max(0, (at - from) / size)) * 1_000)
    setFocal({ x: part(event.clientX, box.left, box.width), y: part(event.clientY, box.top, box.height) })
  }
  const position = `${focal.x / 10}% ${focal.y / 10}%`
  const source = `/media/${item.id}?w=960&f=webp`
  return (
    <>
      <PageHead title={item.filename} intro={`${item.width} × ${item.height}`} back={{ href: '/studio/media', label: t('title') }} />
      <ProblemNotice answer={answer} />
      {answer && 'done' in answer ? <Notice tone="good">{t('saved')}</Notice> : null}
      <Form method="post" key={item.version}>
        <input type="hidden" name="expectedVersion" value={item.version} />
        <Section title={t('focal')} intro={t('focalIntro')}>
          <button type="button" className="focal" onClick={point} aria-label={t('focalPick')}>
            <img src={source} alt="" width={item.width} height={item.height} />
            <span className="focal-mark" style={{ left: `${focal.x / 10}%`, top: `${focal.y / 10}%` }} />
          </button>
          <div className="crops" aria-hidden="true">
            <img src={source} alt="" style={{ width: 120, height: 120, objectPosition: position }} />
            <img src={source} alt="" style={{ width: 213, height: 120, objectPosition: position }} />
            <img src={source} alt="" style={{ width: 68, height: 120, objectPosition: position }} />
          </div>
          <div className="inline-form">
            <TextInput
              name="focalX"
              type="number"
              min={0}
              max={1000}
              label={t('focalX')}
              value={focal.x}
              onChange={(event) => setFocal({ ...focal, x: Number(event.target.value) })}
            />
            <TextInput
              name="focalY"
              type="number"
              min={0}
              max={1000}
              label={t('focalY')}
              value={focal.y}
              onChange={(event) => setFocal({ ...focal, y: Number(event.target.value) })}
            />
          </div>
        </Section>
        <Section title={t('alt')} intro={t('altIntro')}>
          <div className="stack">
            {locales.map((locale) => (
              <TextInput
                key={locale}
                name={`alt.${locale}`}
                lang={locale}
                label={localeNames[locale]}
                defaultValue={item.alt[locale] ?? ''}
                maxLength={300}
              />
            ))}
          </div>
        </Section>
        <p>
          <Button type="submit" name="intent" value="save" weight="main" busy={busy}>
            {t('save')}
          </Button>
        </p>
        <details className="confirm">
          <summary>{t('delete')}</summary>
          <p>{t('deleteText')}</p>
          <Button type="submit" name="intent" value="delete" weight="danger" disabled={busy}>
            {t('deleteNow')}
          </Button>
        </details>
      </Form>
    </>
  )
}

export const shouldRevalidate = revalidateAfterCollision
