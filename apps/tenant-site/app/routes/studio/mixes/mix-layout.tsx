import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, type ShouldRevalidateFunction, useLoaderData, useLocation, useRouteLoaderData } from '@remix-run/react'
import { mixIdSchema, requireEditedMix, waitsForAudio } from '@residency/domain/catalogue'
import { listRecordings } from '@residency/domain/recordings'
import { openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { LinkButton, PageHead, TabLinks } from '@residency/ui/studio'
import { PublicationBadge } from './mix-table.tsx'
import { StageBadge } from './stage.tsx'
import { useProgress, useProgressTurns } from './use-progress.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'catalogue.edit', params: mixIdSchema }, async ({ ctx, params }) => {
    const mix = await requireEditedMix(ctx, params)
    return { mix, isWaiting: waitsForAudio(mix, ctx.now()), newest: (await listRecordings(ctx, params))[0] ?? null }
  })

/** What is saved by itself while one types changes nothing that stands here but the title, which can wait. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, actionStatus, defaultShouldRevalidate }) =>
  formData?.get('auto') === 'on' ? false : actionStatus === 409 || defaultShouldRevalidate

/** What each page of a mix has: the mix, and the newest version of its audio. */
export function useMix() {
  const data = useRouteLoaderData<typeof loader>('studio.mix')
  if (!data) throw new Error('This page stands outside a mix')
  return data
}

const pages = ['', 'audio', 'tracks', 'words', 'publication'] as const
const isOut = (publication: string): boolean => publication === 'published'

export default function MixLayout() {
  const { mix, isWaiting, newest } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const live = useProgress()
  useProgressTurns()
  const base = `/studio/mixes/${mix.id}`
  const recording = newest && (live.get(newest.recordingId) ?? newest)
  return (
    <>
      <PageHead
        title={mix.title}
        intro={
          <span className="badges">
            <PublicationBadge mix={{ ...mix, isWaiting }} />
            {recording ? <StageBadge recording={recording} /> : null}
            {mix.durationMs > 0 ? <small>{format.clock(mix.durationMs)}</small> : null}
          </span>
        }
        back={{ href: '/studio/mixes', label: t('title') }}
        actions={
          isOut(mix.publication) ? (
            <LinkButton href={`/mixes/${mix.slug}`}>{t('open')}</LinkButton>
          ) : (
            <LinkButton href={`/preview/mixes/${mix.id}`} target="_blank" rel="noreferrer">
              {t('preview')}
            </LinkButton>
          )
        }
      />
      <TabLinks
        label={t('parts.label')}
        tabs={pages.map((page) => {
          const href = page === '' ? base : `${base}/${page}`
          return { href, label: t(`parts.${page || 'about'}`), current: pathname === href }
        })}
      />
      <Outlet />
    </>
  )
}
