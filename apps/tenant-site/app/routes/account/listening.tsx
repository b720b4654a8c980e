import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeFollow, changeFollowSchema, changeLike, changeLikeSchema, getMyCommunity } from '@residency/domain/community'
import {
  deleteSoundPreset,
  forgetHistory,
  forgetHistorySchema,
  listHistory,
  listHistorySchema,
  listSoundPresets,
  soundPresetIdSchema,
  switchHistory,
  switchHistorySchema,
} from '@residency/domain/listening'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { hrefOf } from '../../shape/links.ts'
import { metaOf } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { byIntent } from '../studio/by-intent.server.ts'
import { pageHead } from './page-head.ts'
import { AccountFrame, AccountSection } from './parts/account-frame.tsx'
import { HistoryList } from './parts/history-list.tsx'
import { LikedList } from './parts/liked-list.tsx'
import { SoundList } from './parts/sound-list.tsx'

export { links } from './styles.ts'

const form = byIntent({
  switch: switchHistorySchema,
  forget: forgetHistorySchema.required(),
  forgetAll: forgetHistorySchema.omit({ id: true }),
  sound: soundPresetIdSchema,
  follow: changeFollowSchema,
  unlike: changeLikeSchema.pick({ mixId: true }),
})

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'signed-in', search: listHistorySchema }, async ({ ctx, scope, search }) => {
    const site = siteOf(scope)
    const at = <M extends { slug: string; isPublic: boolean }>({ slug, isPublic, ...mix }: M) => ({
      ...mix,
      href: isPublic ? hrefOf(site, `/mixes/${slug}`) : null,
    })
    const history = await listHistory(ctx, search)
    const { following, likes } = await getMyCommunity(ctx)
    return {
      history: { ...history, entries: history.entries.map(({ artwork: _artwork, ...entry }) => at(entry)) },
      likes: likes.map(at),
      following,
      sounds: (await listSoundPresets(ctx)).map(({ id, name }) => ({ id, name })),
      siteZone: ctx.tenant.timeZone,
      seo: pageHead(scope, 'listening'),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'signed-in', form }, async ({ ctx, form: asked }) => {
    if (asked.intent === 'switch') await switchHistory(ctx, asked)
    else if (asked.intent === 'forget') await forgetHistory(ctx, { id: asked.id })
    else if (asked.intent === 'forgetAll') await forgetHistory(ctx, {})
    else if (asked.intent === 'sound') await deleteSoundPreset(ctx, asked)
    else if (asked.intent === 'follow') await changeFollow(ctx, asked)
    else await changeLike(ctx, { mixId: asked.mixId, link: null, liked: false })
    return data({ done: asked.intent })
  })

export const meta = metaOf

/** What is kept of one's listening, and how to have less of it kept. */
export default function ListeningPage() {
  const { history, likes, following, sounds, siteZone } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  return (
    <AccountFrame title={t('listening.title')} current="listening">
      <AccountSection id="history" title={t('listening.history')}>
        <HistoryList history={history} zone={siteZone} />
      </AccountSection>
      <AccountSection id="likes" title={t('listening.likes')}>
        <LikedList likes={likes} following={following} zone={siteZone} />
      </AccountSection>
      <AccountSection id="sounds" title={t('listening.sounds')}>
        <SoundList sounds={sounds} />
      </AccountSection>
    </AccountFrame>
  )
}
