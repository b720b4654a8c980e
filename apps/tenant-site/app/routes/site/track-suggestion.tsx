import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { requireMix } from '@residency/domain/catalogue'
import type { TenantContext } from '@residency/domain/context'
import { notFound } from '@residency/domain/errors'
import { suggestTrack, suggestTrackSchema } from '@residency/domain/tracklists'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { Button, Notice, TextInput } from '@residency/ui/site'
import { z } from 'zod'
import { hrefOf } from '../../shape/links.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import type { Answer } from './community/answer.ts'
import { useSite } from './use-site.ts'

const params = z.object({ slug: z.string().max(120), position: z.coerce.number().int().positive() })
const form = suggestTrackSchema.pick({ title: true, artist: true })

async function requireUnknown(ctx: TenantContext, { slug, position }: z.output<typeof params>) {
  const mix = await requireMix(ctx, { slug })
  const track = mix.tracks.find((one) => one.position === position && one.isUnknown)
  if (!track) throw notFound()
  return { mix, track }
}

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params }, async ({ ctx, scope, params: asked, url }) => {
    scope.keepPrivate()
    const site = siteOf(scope)
    const { mix, track } = await requireUnknown(ctx, asked)
    return {
      title: mix.title,
      startMs: track.startMs,
      back: `${hrefOf(site, `/mixes/${mix.slug}`)}#track-${track.position}`,
      signIn: ctx.actor.kind === 'account' ? null : `${hrefOf(site, '/sign-in')}?${new URLSearchParams({ returnTo: url.pathname })}`,
      seo: seo(site, { title: mix.title, index: false }),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'signed-in', params, form }, async ({ ctx, params: asked, form: said }) => {
    const { mix, track } = await requireUnknown(ctx, asked)
    await suggestTrack(ctx, { mixId: mix.id, trackId: track.id, ...said })
    return { done: 'sent' }
  })

export const meta = metaOf

/** A fan says what an unknown track of a mix is. */
export default function TrackSuggestion() {
  const { Panel } = usePreset()
  const { title, startMs, back, signIn } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const { t } = useTranslation('site')
  const format = useFormat()
  const busy = useNavigation().state === 'submitting'
  const problem = answer?.problem
  return (
    <Panel site={useSite()} title={t('suggestion.title')} intro={t('suggestion.intro', { time: format.clock(startMs), title })}>
      {answer?.done ? (
        <Notice tone="good" title={t('suggestion.sent')} />
      ) : signIn ? (
        <p>
          {t('suggestion.signIn')} <a href={signIn}>{t('suggestion.signInLink')}</a>
        </p>
      ) : (
        <Form method="post">
          {problem ? <Notice tone="bad" title={problem.message} /> : null}
          <TextInput
            name="artist"
            label={t('suggestion.artist')}
            defaultValue={problem?.values.artist}
            error={problem?.fields.artist}
            required
            maxLength={200}
            autoComplete="off"
          />
          <TextInput
            name="title"
            label={t('suggestion.track')}
            defaultValue={problem?.values.title}
            error={problem?.fields.title}
            required
            maxLength={200}
            autoComplete="off"
          />
          <Button type="submit" busy={busy}>
            {t('suggestion.send')}
          </Button>
        </Form>
      )}
      <p>
        <a href={back}>{t('suggestion.back')}</a>
      </p>
    </Panel>
  )
}
