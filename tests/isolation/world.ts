import { randomUUID } from 'node:crypto'
import { defaultBrand } from '@residency/brand'
import { type TenantRef, withTenant } from '@residency/db'
import type { AccountActor, AccountRole, TenantContext } from '@residency/domain/context'
import { mailReference } from '@residency/domain/mail'
import { createDraftPreview } from '@residency/domain/pages'
import { recordBeats } from '@residency/domain/plays'
import { hashToken, randomToken } from '@residency/domain/secrets'
import { issueTicket } from '@residency/domain/streaming'
import { tenantStorage } from '@residency/integrations/storage'
import sharp from 'sharp'
import { episodeTicket } from '../../packages/domain/src/feeds/episode-ticket.ts'
import { claimToken } from '../../packages/domain/src/rights/claim-token.ts'
import { knownBrowserMark } from '../../packages/domain/src/sessions/known-browser.ts'
import { signedIn } from '../../packages/domain/src/testing/signed-in.ts'
import { somePlay } from './some-play.ts'

export const roles = ['fan', 'moderator', 'editor', 'admin', 'owner'] as const satisfies readonly AccountRole[]

type Member = TenantContext<AccountActor> & { token: string }

/** A tenant with a row of everything, each with a word in it that must never be read anywhere else. */
export interface Planted {
  ref: TenantRef & { slug: string }
  canary: string
  /** A word that stands in texts alone, never in an id, a slug or an address: where it is read, something was let out. */
  secret: string
  members: Record<(typeof roles)[number], Member>
  ids: Record<
    | 'mix'
    | 'unknownTrack'
    | 'suggestion'
    | 'listenLink'
    | 'upload'
    | 'listeningEntry'
    | 'soundPreset'
    | 'comment'
    | 'fanComment'
    | 'takedown'
    | 'recording'
    | 'failedRecording'
    | 'event'
    | 'page'
    | 'pageRevision'
    | 'brandRevision'
    | 'media'
    | 'link'
    | 'redirect'
    | 'invitation'
    | 'mail'
    | 'tier'
    | 'membership',
    string
  >
  slugs: Record<'mix' | 'event' | 'page' | 'legal' | 'formerly', string>
  tokens: Record<
    'listen' | 'claim' | 'preview' | 'invitation' | 'link' | 'mailReference' | 'knownBrowser' | 'stream' | 'feed' | 'episode',
    string
  >
  objectKey: string
  playId: string
}

/** Plants one tenant. `canary` is a word that no other tenant's rows contain. */
export async function plant(ref: TenantRef & { slug: string }, canary = `canary${randomUUID().replaceAll('-', '')}`): Promise<Planted> {
  const members = {} as Planted['members']
  for (const role of roles)
    members[role] = await signedIn(ref, { role, name: `${role} of ${canary}`, email: `${role}-${canary}@crew.example` })
  const storage = tenantStorage(ref.tenantId)
  const objectKey = storage.key('media', randomUUID(), 'original.png')
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#a03020' } })
    .png()
    .toBuffer()
  await storage.put(objectKey, picture, { contentType: 'image/png' })
  const secret = `secret${randomUUID().replaceAll('-', '')}`
  const words = { en: secret, es: secret, pt: secret, fr: secret }
  const slug = (kind: string) => `${kind}-${canary}`
  const tokens = { listen: randomToken(), invitation: randomToken(), link: randomToken(), feed: randomToken() }
  const later = new Date(Date.now() + 24 * 60 * 60_000)
  const owner = members.owner.actor.accountId

  const rows = await withTenant(ref, async (db) => {
    const published = { ...defaultBrand('daylight'), name: `Site ${secret}`, tagline: words }
    if ((await db.brand.count()) === 0) await db.brand.create({ data: { published } })
    const brandRevision = await db.brandRevision.create({ data: { record: published } })
    const media = await db.mediaItem.create({
      data: {
        objectKey,
        filename: `${canary}.png`,
        contentType: 'image/png',
        bytes: picture.length,
        width: 8,
        height: 8,
        sha256: canary,
        alt: words,
      },
    })
    const released = { publication: 'published', publishedAt: new Date(Date.now() - 1_000) } as const
    const mix = await db.mix.create({
      data: {
        slug: slug('mix'),
        title: `Mix ${secret}`,
        description: words,
        artworkId: media.id,
        durationMs: 60_000,
        recordedOn: new Date(),
        genre: canary,
        moods: [canary],
        ...released,
      },
    })
    await db.track.create({ data: { mixId: mix.id, position: 1, startMs: 0, title: secret, artist: secret } })
    const unknownTrack = await db.track.create({
      data: { mixId: mix.id, position: 2, startMs: 1_000, title: '', artist: '', isUnknown: true },
    })
    const suggestion = await db.trackSuggestion.create({
      data: { trackId: unknownTrack.id, accountId: members.fan.actor.accountId, title: secret, artist: secret },
    })
    const listenLink = await db.listenLink.create({
      data: { mixId: mix.id, label: secret, tokenHash: hashToken(tokens.listen), expiresAt: later },
    })
    await db.timedText.create({ data: { mixId: mix.id, kind: 'lyrics', locale: 'en', lines: [{ atMs: 0, text: secret }] } })
    const event = await db.event.create({
      data: {
        slug: slug('event'),
        title: canary,
        description: words,
        imageId: media.id,
        startsAt: later,
        timeZone: 'UTC',
        venue: secret,
        city: secret,
        country: 'GB',
        publication: 'published',
      },
    })
    const link = await db.link.create({ data: { position: 1, label: words, url: `https://${canary}.example` } })
    const blocks = [{ id: 'a', type: 'text', html: { en: `<p>${secret}</p>` } }]
    const page = await db.page.create({
      data: { slug: slug('page'), title: words, blocks, publishedTitle: words, publishedBlocks: blocks, publishedAt: new Date() },
    })
    await db.page.create({
      data: {
        slug: slug('legal'),
        kind: 'legal',
        title: words,
        blocks,
        publishedTitle: words,
        publishedBlocks: blocks,
        publishedAt: new Date(),
      },
    })
    const pageRevision = await db.pageRevision.create({ data: { pageId: page.id, version: 1, title: words, blocks } })
    const redirect = await db.slugRedirect.create({ data: { kind: 'mix', fromSlug: slug('old'), targetId: mix.id } })
    const invitation = await db.invitation.create({
      data: {
        email: `new-${canary}@crew.example`,
        role: 'editor',
        tokenHash: hashToken(tokens.invitation),
        invitedBy: owner,
        expiresAt: later,
      },
    })
    await db.oneTimeToken.create({
      data: { id: hashToken(tokens.link), kind: 'magic_link', accountId: owner, email: `owner-${canary}@crew.example`, expiresAt: later },
    })
    await db.recoveryCode.create({ data: { accountId: owner, codeHash: canary } })
    await db.signInAttempt.create({ data: { key: canary } })
    await db.consentRecord.create({ data: { accountId: owner, kind: 'terms', granted: true, version: canary } })
    await db.auditEntry.create({ data: { action: 'brand.published', subjectKind: 'brand', actorName: secret } })
    if ((await db.siteSetting.count()) === 0) await db.siteSetting.create({ data: { locales: ['en', 'es', 'pt', 'fr'], consent: {} } })
    const mail = await db.mailSend.create({
      data: { template: 'passwordChanged', recipient: `owner-${canary}@crew.example`, locale: 'en', payload: '' },
    })
    await db.mailSuppression.create({ data: { recipient: `gone-${canary}@crew.example`, reason: 'bounced' } })
    const tier = await db.tier.create({
      data: {
        slug: slug('tier'),
        name: words,
        description: words,
        rank: 1,
        currency: 'GBP',
        priceMonthMinor: 1,
        quality: 'lossless',
        downloads: 'original',
      },
    })
    const membership = await db.membership.create({
      data: { accountId: members.fan.actor.accountId, tierId: tier.id, source: 'granted', note: secret },
    })
    const feed = await db.feedToken.create({ data: { accountId: members.fan.actor.accountId, tokenHash: hashToken(tokens.feed) } })
    const uploaded = {
      filename: `${secret}.wav`,
      bytes: 10,
      partBytes: 10,
      fileMark: secret,
      objectKey: storage.key('originals', randomUUID()),
      createdBy: owner,
      expiresAt: later,
    }
    const upload = await db.upload.create({ data: { ...uploaded, storageUploadId: '' } })
    const failedRecording = await db.recording.create({
      data: {
        mixId: mix.id,
        number: 1,
        stage: 'failed',
        failure: 'broken',
        filename: `${secret}.wav`,
        objectKey: uploaded.objectKey,
        bytes: 10,
        durationMs: 60_000,
      },
    })
    const recording = await db.recording.create({
      data: {
        mixId: mix.id,
        number: 2,
        stage: 'measured',
        filename: `${secret}.wav`,
        objectKey: uploaded.objectKey,
        bytes: 10,
        durationMs: 60_000,
      },
    })
    await db.rendition.create({
      data: { recordingId: recording.id, name: 'aac128', codecs: 'mp4a.40.2', bandwidth: 1, averageBandwidth: 1, segmentMs: [6000] },
    })
    const listening = { accountId: owner, mixId: mix.id }
    await db.listeningPosition.create({ data: { ...listening, positionMs: 1 } })
    const listeningEntry = await db.listeningEntry.create({ data: { ...listening, id: randomUUID(), startedAt: new Date() } })
    const soundPreset = await db.soundPreset.create({ data: { accountId: owner, name: secret, settings: {} } })
    const said = { mixId: mix.id, atMs: 1, body: secret }
    const comment = await db.mixComment.create({ data: { ...said, accountId: owner } })
    const fanComment = await db.mixComment.create({ data: { ...said, accountId: members.fan.actor.accountId } })
    await db.commentReport.create({ data: { commentId: comment.id, reporterId: members.fan.actor.accountId, reason: 'spam' } })
    await db.mixLike.create({ data: { mixId: mix.id, accountId: owner } })
    await db.follow.create({ data: { accountId: owner } })
    const takedown = await db.takedown.create({
      data: {
        ...{ mixId: mix.id, kind: 'other', claimantName: secret, work: secret, statement: secret },
        claimantEmail: `claimant-${canary}@label.example`,
      },
    })
    await db.rightsDeclaration.create({ data: { mixId: mix.id, accountId: owner, accountName: secret, version: canary } })
    await db.playerState.create({ data: { accountId: owner, mixId: mix.id, deviceName: secret } })
    return {
      listeningEntry,
      soundPreset,
      comment,
      fanComment,
      takedown,
      mix,
      unknownTrack,
      suggestion,
      listenLink,
      event,
      link,
      page,
      upload,
      recording,
      failedRecording,
      pageRevision,
      brandRevision,
      media,
      redirect,
      invitation,
      mail,
      tier,
      membership,
      feed,
    }
  })
  const preview = await createDraftPreview(members.owner, { pageId: rows.page.id })
  const play = somePlay(rows.mix.id, { source: canary, listener: secret, accountId: members.fan.actor.accountId })
  await recordBeats(ref, [play], new Date())
  return {
    playId: play.playId,
    ref,
    canary,
    secret,
    members,
    objectKey,
    ids: Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, row.id])) as Planted['ids'],
    slugs: { mix: slug('mix'), event: slug('event'), page: slug('page'), legal: slug('legal'), formerly: slug('old') },
    tokens: {
      ...tokens,
      preview: preview.token,
      episode: episodeTicket(
        ref.tenantId,
        { feedTokenId: rows.feed.id, accountId: rows.feed.accountId, memberName: '', createdAt: rows.feed.createdAt },
        rows.mix.id,
      ),
      claim: claimToken(members.owner, rows.takedown.id),
      stream: issueTicket(
        ref.tenantId,
        { mixId: rows.mix.id, recordingId: rows.recording.id, accountId: owner, linkHash: null },
        new Date(),
      ).ticket,
      mailReference: mailReference(ref, rows.mail.id),
      knownBrowser: knownBrowserMark(members.owner, members.owner.actor.email),
    },
  }
}
