import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import {
  createListenLink,
  createListenLinkSchema,
  declaredSchema,
  listenLinkIdSchema,
  listListenLinks,
  mixIdSchema,
  mixVersionSchema,
  publishMix,
  publishWhenReady,
  requireEditedMix,
  revokeListenLink,
  scheduleMix,
  scheduleMixSchema,
  unlistMix,
  withdrawMix,
} from '@residency/domain/catalogue'
import { wallTimeOf } from '@residency/domain/events'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, Checkbox, Notice, Section, SelectInput, TextInput } from '@residency/ui/studio'
import { z } from 'zod'
import { byIntent } from '../by-intent.server.ts'
import { useStudio } from '../layout.tsx'
import { ProblemNotice, problemOf } from '../problem.tsx'
import { ListenLinks } from './listen-links.tsx'
import { useMix } from './mix-layout.tsx'
import { useProgress } from './use-progress.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'catalogue.edit', params: mixIdSchema }, async ({ ctx, params }) => {
    const mix = await requireEditedMix(ctx, params)
    const at = mix.publication === 'scheduled' && mix.publishedAt ? wallTimeOf(mix.publishedAt, ctx.tenant.timeZone) : null
    return {
      mix,
      links: await listListenLinks(ctx, params),
      at: at?.wall ?? '',
      turn: at?.turn ?? null,
    }
  })

const expectedVersion = z.coerce.number().int().positive()
const declared = z.preprocess((value) => value === 'on' || undefined, declaredSchema.shape.declared)
const released = z.object({ expectedVersion, declared })
const form = byIntent({
  publish: released,
  whenReady: released,
  unlist: released,
  schedule: released.extend({ at: scheduleMixSchema.shape.at, turn: scheduleMixSchema.shape.turn }),
  withdraw: mixVersionSchema.pick({ expectedVersion: true }).extend({ expectedVersion }),
  link: createListenLinkSchema.omit({ mixId: true }).extend({ days: z.coerce.number().pipe(createListenLinkSchema.shape.days) }),
  revoke: listenLinkIdSchema,
})

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'catalogue.publish', params: mixIdSchema, form }, async ({ ctx, params: { mixId }, form: asked, scope }) => {
    switch (asked.intent) {
      case 'publish':
        await publishMix(ctx, { mixId, ...asked })
        break
      case 'whenReady':
        await publishWhenReady(ctx, { mixId, ...asked })
        break
      case 'unlist':
        await unlistMix(ctx, { mixId, ...asked })
        break
      case 'schedule':
        await scheduleMix(ctx, { mixId, ...asked })
        break
      case 'withdraw':
        await withdrawMix(ctx, { mixId, ...asked })
        break
      case 'revoke':
        await revokeListenLink(ctx, asked)
        break
      case 'link': {
        const { token } = await createListenLink(ctx, { mixId, ...asked })
        const { slug } = await requireEditedMix(ctx, { mixId })
        return { done: asked.intent, address: `${scope.facts.publicOrigin}/mixes/${slug}?link=${token}` }
      }
    }
    return { done: asked.intent, address: null }
  })

export default function MixPublication() {
  const { mix, links, at, turn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone, may } = useStudio()
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  const problem = problemOf(answer)
  const done = answer && 'done' in answer ? answer : null
  const { isWaiting, newest } = useMix()
  const live = useProgress()
  const stage = newest ? (live.get(newest.recordingId)?.stage ?? newest.stage) : null
  const isReady = mix.recordingId !== null
  const isOnItsWay = !isReady && stage !== null && stage !== 'failed'
  const isDown = mix.publication === 'taken_down'
  const publishes = may.includes('catalogue.publish') && (isReady || isOnItsWay) && !isDown
  const wrong = problem?.fields ?? {}
  const when = mix.publishedAt ? format.dateTime(mix.publishedAt, { timeZone, style: 'full', zoneName: true }) : ''
  return (
    <>
      <ProblemNotice answer={answer} />
      {done ? <Notice tone="good">{t(`published.${done.done}`)}</Notice> : null}
      {done?.address ? (
        <Notice tone="plain" title={t('links.once')}>
          <input
            className="copy-field"
            readOnly
            value={done.address}
            aria-label={t('links.address')}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Notice>
      ) : null}
      <Section title={t('parts.publication')} intro={t(`publicationText.${isWaiting ? 'waiting' : mix.publication}`, { when })}>
        {isReady || isWaiting ? null : <Notice tone="plain">{t(isOnItsWay ? 'onItsWayText' : 'notReadyText')}</Notice>}
        {publishes ? (
          <Form method="post" key={`${mix.version}-${problem?.requestId ?? ''}`} className="stack">
            <input type="hidden" name="expectedVersion" value={mix.version} />
            <Checkbox name="declared" label={t('rights.declare')} hint={t('rights.text')} error={wrong.declared} />
            <div className="publish-ways">
              {mix.publication === 'published' || isWaiting ? null : (
                <Button type="submit" name="intent" value={isReady ? 'publish' : 'whenReady'} weight="main" disabled={busy}>
                  {t(isReady ? 'publishNow' : 'publishWhenReady')}
                </Button>
              )}
              {mix.publication === 'unlisted' || !isReady ? null : (
                <Button type="submit" name="intent" value="unlist" disabled={busy}>
                  {t('unlist')}
                </Button>
              )}
            </div>
            {mix.publication === 'published' ? null : (
              <fieldset className="schedule">
                <legend>{t('scheduleTitle')}</legend>
                <TextInput
                  name="at"
                  type="datetime-local"
                  label={t('scheduleAt', { zone: timeZone.replaceAll('_', ' ') })}
                  defaultValue={problem?.values.at ?? (isWaiting ? '' : at)}
                  error={wrong.at}
                />
                <SelectInput name="turn" label={t('turn')} hint={t('turnHint')} defaultValue={problem?.values.turn ?? turn ?? 'first'}>
                  <option value="first">{t('turns.first')}</option>
                  <option value="second">{t('turns.second')}</option>
                </SelectInput>
                <Button type="submit" name="intent" value="schedule" disabled={busy}>
                  {mix.publication === 'scheduled' ? t('reschedule') : t('schedule')}
                </Button>
              </fieldset>
            )}
          </Form>
        ) : null}
        {may.includes('catalogue.publish') && mix.publication !== 'draft' && !isDown ? (
          <Form method="post">
            <input type="hidden" name="expectedVersion" value={mix.version} />
            <Button type="submit" name="intent" value="withdraw" weight="quiet" disabled={busy}>
              {mix.publication === 'scheduled' ? t('unschedule') : t('withdraw')}
            </Button>
          </Form>
        ) : null}
      </Section>
      {isDown ? null : <ListenLinks links={links} busy={busy} wrong={wrong} canMake={may.includes('catalogue.publish')} />}
    </>
  )
}
