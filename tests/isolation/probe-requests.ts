import type { Planted } from './world.ts'

/** Every address with something of A's in it. `{…}` are taken from A; the Host, the session and the Origin are B's. */
export function foreignPaths(a: Planted): string[] {
  const { ids, slugs, tokens } = a
  const pages = [
    `/mixes/${slugs.mix}`,
    `/mixes/${slugs.formerly}`,
    `/mixes?q=${a.canary}`,
    `/mixes?genre=${a.canary}`,
    `/events/${slugs.event}`,
    `/pages/${slugs.page}`,
    `/legal/${slugs.legal}`,
    `/preview/${encodeURIComponent(tokens.preview)}`,
    '/',
    '/mixes',
    '/events',
    '/links',
  ]
  return [
    ...pages,
    ...pages.map((path) => `/es${path === '/' ? '' : path}`),
    `/mixes/${slugs.mix}.data`,
    `/media/${ids.media}?w=160`,
    `/og/mixes/${slugs.mix}.jpg`,
    `/api/v1/mixes/${slugs.mix}`,
    '/api/v1/mixes',
    '/feed.xml',
    '/sitemap.xml',
    '/manifest.webmanifest',
    '/icons/icon-192.png',
    `/studio/pages/${ids.page}`,
    `/studio/pages/${ids.page}/revisions`,
    `/studio/media/${ids.media}`,
    `/studio/events/${ids.event}`,
    `/studio/links/${ids.link}`,
    `/studio/uploads/${ids.upload}`,
    `/studio/uploads/progress?mixId=${ids.mix}`,
    '/studio/uploads',
    `/mixes/${slugs.mix}/comments`,
    `/mixes/${slugs.mix}/comments.data`,
    `/mixes/${slugs.mix}/report`,
    `/claims/${encodeURIComponent(tokens.claim)}`,
    `/studio/takedowns/${ids.takedown}`,
    '/studio/takedowns',
    '/studio/comments?show=all',
    '/account/listening',
    `/studio/fan-club/${ids.tier}`,
    `/studio/fan-club?q=${a.canary}`,
    `/listen/${ids.mix}`,
    `/listen/${ids.mix}/master.m3u8`,
    `/stream/${tokens.stream}/master.m3u8`,
    `/stream/${tokens.stream}/aac128/0.m4s`,
    `/downloads/${ids.mix}`,
    `/feeds/${tokens.feed}.xml`,
    `/feeds/episodes/${tokens.episode}/audio.m4a`,
    `/feeds/episodes/${tokens.episode}/chapters.json`,
    `/podcast/${ids.mix}/audio.m4a`,
    `/podcast/${ids.mix}/chapters.json`,
    '/podcast.xml',
    `/embed/${ids.mix}`,
    `/oembed?url=http://${a.ref.slug}.localhost/mixes/${slugs.mix}`,
    '/fan-club',
    '/account/membership',
    '/studio/fan-club',
    '/studio/events',
    '/studio/links',
    '/studio',
    '/studio/crew',
    '/studio/audit',
    '/studio/addresses',
    '/studio/brand',
  ]
}

/** Paths that must be 404 to anybody who may look at such things at all. */
export const mustBeAbsent = (path: string): boolean =>
  /canary|\/(listen|stream|feeds|podcast|downloads|embed)\/|\/studio\/(pages|media|events|links|fan-club|takedowns|uploads(?!\/progress))\/|\/media\/|\/claims\//.test(
    path,
  ) && !/\?(q|genre)=/.test(path)

/** Forms of the studio with A's ids in them: [path, fields]. */
export function foreignForms(a: Planted): [string, Record<string, string>][] {
  const { ids } = a
  const editor = a.members.editor.actor.accountId
  return [
    ['/studio/crew', { intent: 'role', accountId: editor, role: 'moderator' }],
    ['/studio/crew', { intent: 'remove', accountId: editor }],
    ['/studio/crew', { intent: 'revoke', invitationId: ids.invitation }],
    ['/studio/addresses', { intent: 'rename', kind: 'mix', id: ids.mix, slug: 'stolen' }],
    ['/studio/addresses', { intent: 'forget', redirectId: ids.redirect }],
    [`/studio/pages/${ids.page}`, { intent: 'save', expectedVersion: '1', 'title.en': 'stolen' }],
    [`/studio/pages/${ids.page}`, { intent: 'publish', expectedVersion: '1', 'title.en': 'stolen' }],
    [`/studio/pages/${ids.page}`, { intent: 'delete', expectedVersion: '1' }],
    [`/studio/pages/${ids.page}/revisions`, { revisionId: ids.pageRevision, expectedVersion: '1' }],
    ['/studio/brand/revisions', { revisionId: ids.brandRevision, expectedVersion: '1' }],
    [`/mixes/${slugs.mix}/comments`, { intent: 'like', liked: 'yes' }],
    [`/mixes/${slugs.mix}/comments`, { intent: 'report', commentId: ids.fanComment, reason: 'spam' }],
    ['/studio/comments', { commentIds: ids.comment, moderation: 'delete' }],
    [`/studio/takedowns/${ids.takedown}`, { intent: 'decide', decision: 'uphold', reason: 'stolen' }],
    [`/studio/events/${ids.event}`, { intent: 'publish', expectedVersion: '1' }],
    [`/studio/events/${ids.event}`, { intent: 'withdraw', expectedVersion: '1' }],
    [`/studio/events/${ids.event}`, { intent: 'delete', expectedVersion: '1' }],
    [`/studio/links/${ids.link}`, { intent: 'save', expectedVersion: '1', 'label.en': 'stolen', url: '/x' }],
    [`/studio/links/${ids.link}`, { intent: 'delete', expectedVersion: '1' }],
    ['/studio/links', { intent: 'move', linkId: ids.link, step: 'first' }],
    ['/studio/links', { intent: 'hide', linkId: ids.link, expectedVersion: '1' }],
    [`/studio/fan-club/${ids.tier}`, { intent: 'save', version: '1', 'name.en': 'stolen', priceMonthMinor: '1', quality: 'aac128' }],
    [`/studio/fan-club/${ids.tier}`, { intent: 'close' }],
    ['/studio/fan-club', { intent: 'end', membershipId: ids.membership }],
    ['/studio/fan-club', { intent: 'grant', email: 'x@fans.example', tierId: ids.tier }],
    [`/studio/media/${ids.media}`, { intent: 'save', expectedVersion: '1', focalX: '1', focalY: '1' }],
    [`/studio/media/${ids.media}`, { intent: 'delete', expectedVersion: '1', focalX: '1', focalY: '1' }],
  ]
}
