import * as access from '@residency/domain/access'
import * as audit from '@residency/domain/audit'
import * as brand from '@residency/domain/brand'
import * as catalogue from '@residency/domain/catalogue'
import * as community from '@residency/domain/community'
import * as consent from '@residency/domain/consent'
import type { AccountActor, TenantContext } from '@residency/domain/context'
import * as crew from '@residency/domain/crew'
import * as declarations from '@residency/domain/declarations'
import * as downloads from '@residency/domain/downloads'
import * as embeds from '@residency/domain/embeds'
import * as events from '@residency/domain/events'
import * as fanClub from '@residency/domain/fan-club'
import * as feeds from '@residency/domain/feeds'
import * as identity from '@residency/domain/identity'
import * as links from '@residency/domain/links'
import * as listening from '@residency/domain/listening'
import * as mail from '@residency/domain/mail'
import * as media from '@residency/domain/media'
import * as outbox from '@residency/domain/outbox'
import * as pages from '@residency/domain/pages'
import * as plays from '@residency/domain/plays'
import * as policy from '@residency/domain/policy'
import * as recordings from '@residency/domain/recordings'
import * as rights from '@residency/domain/rights'
import * as secrets from '@residency/domain/secrets'
import * as sessions from '@residency/domain/sessions'
import * as settings from '@residency/domain/settings'
import * as site from '@residency/domain/site'
import * as slugs from '@residency/domain/slugs'
import * as streaming from '@residency/domain/streaming'
import * as tenants from '@residency/domain/tenants'
import * as timedTexts from '@residency/domain/timed-texts'
import * as tracklists from '@residency/domain/tracklists'
import * as uploads from '@residency/domain/uploads'
import { somePlay } from './some-play.ts'
import type { Planted } from './world.ts'

type Ctx = TenantContext<AccountActor>

/** `absent`: refused as if there were nothing. `own`: answers with what is the caller's own. `kept`: refused or without effect, without saying why. */
export type Expectation = 'absent' | 'own' | 'kept'

export interface VerbAttack {
  verb: string
  expect: Expectation
  /** Runs the verb as `ctx` of tenant B with the ids of tenant A. */
  run: (ctx: Ctx, a: Planted, own: Planted) => Promise<unknown>
}

const attack = (verb: string, expect: Expectation, run: VerbAttack['run']): VerbAttack => ({ verb, expect, run })
const expectedVersion = 1
const someSet = { en: 'x' }
const someTier = fanClub.tierFields.parse({ name: someSet, priceMonthMinor: 1, quality: 'aac128' })
const someMix = catalogue.mixFieldsSchema.parse({ title: 'x', recordedOn: '2020-01-01' })
const someEvent = (imageId: string | null) =>
  events.eventFieldsSchema.parse({
    title: 'x',
    imageId,
    startsAt: '2031-01-01T22:00',
    timeZone: 'UTC',
    venue: 'x',
    city: 'x',
    country: 'GB',
  })

/** Every verb that takes an id, a slug or a token, and every one that lists. A verb that is missing here fails tests/isolation/verbs.test.ts. */
export const verbAttacks: VerbAttack[] = [
  attack('startUpload', 'absent', (ctx, a) =>
    uploads.startUpload(ctx, { filename: 'x.wav', bytes: 10, fileMark: 'isolation', mixId: a.ids.mix }),
  ),
  attack('listParts', 'absent', (ctx, a) => uploads.listParts(ctx, { uploadId: a.ids.upload })),
  attack('signParts', 'absent', (ctx, a) =>
    uploads.signParts(ctx, { uploadId: a.ids.upload, parts: [{ number: 1, sha256: `${'A'.repeat(43)}=` }] }),
  ),
  attack('completeUpload', 'absent', (ctx, a) => uploads.completeUpload(ctx, { uploadId: a.ids.upload })),
  attack('abortUpload', 'absent', (ctx, a) => uploads.abortUpload(ctx, { uploadId: a.ids.upload })),
  attack('listUploads', 'own', (ctx) => uploads.listUploads(ctx)),
  attack('getStorageUse', 'own', (ctx) => uploads.getStorageUse(ctx)),
  attack('listRecordings', 'absent', (ctx, a) => recordings.listRecordings(ctx, { mixId: a.ids.mix })),
  attack('getRecordingProgress', 'own', (ctx, a) => recordings.getRecordingProgress(ctx, { mixId: a.ids.mix })),
  attack('getRecordingProgress of all', 'own', (ctx) => recordings.getRecordingProgress(ctx)),
  attack('retryRecording', 'absent', (ctx, a) => recordings.retryRecording(ctx, { recordingId: a.ids.failedRecording })),
  attack('trimRecording', 'absent', (ctx, a) =>
    recordings.trimRecording(ctx, { recordingId: a.ids.recording, startMs: 1_000, endMs: 1_000 }),
  ),
  attack('chooseRecording', 'absent', (ctx, a) => recordings.chooseRecording(ctx, { recordingId: a.ids.recording })),
  attack('deleteRecording', 'absent', (ctx, a) => recordings.deleteRecording(ctx, { recordingId: a.ids.recording })),
  attack('makeRecording', 'kept', (ctx, a) => recordings.makeRecording(ctx, { recordingId: a.ids.recording })),
  attack('giveUpRecording', 'kept', (ctx, a) => recordings.giveUpRecording(ctx, { recordingId: a.ids.recording })),
  attack('forgetRecording', 'kept', (ctx, a, own) =>
    // The original's key would be refused by the storage as no key of B's.
    recordings.forgetRecording(ctx, { recordingId: a.ids.recording, objectKey: `t/${own.ref.tenantId}/originals/none` }),
  ),
  attack('savePosition', 'absent', (ctx, a) => listening.savePosition(ctx, { mixId: a.ids.mix, positionMs: 5, finished: false })),
  attack('listHistory', 'own', (ctx) => listening.listHistory(ctx, { page: 1 })),
  attack('forgetHistory', 'kept', (ctx, a) => listening.forgetHistory(ctx, { id: a.ids.listeningEntry })),
  attack('listSoundPresets', 'own', (ctx) => listening.listSoundPresets(ctx)),
  attack('deleteSoundPreset', 'absent', (ctx, a) => listening.deleteSoundPreset(ctx, { id: a.ids.soundPreset })),
  attack('getPlayerState', 'own', (ctx) => listening.getPlayerState(ctx)),
  attack('listOpenTiers', 'own', (ctx) => fanClub.listOpenTiers(ctx)),
  attack('listTiers', 'own', (ctx) => fanClub.listTiers(ctx)),
  attack('requireTier', 'absent', (ctx, a) => fanClub.requireTier(ctx, { id: a.ids.tier })),
  attack('updateTier', 'absent', (ctx, a) => fanClub.updateTier(ctx, { ...someTier, id: a.ids.tier, version: expectedVersion })),
  attack('archiveTier', 'absent', (ctx, a) => fanClub.archiveTier(ctx, { id: a.ids.tier, archived: true })),
  attack('listMembers', 'own', (ctx, a) => fanClub.listMembers(ctx, { q: '', tier: a.ids.tier, page: 1 })),
  attack('listMembers by another’s words', 'own', (ctx, a) => fanClub.listMembers(ctx, { q: a.canary, tier: '', page: 1 })),
  attack('grantMembership of another’s tier', 'absent', (ctx, a, own) =>
    fanClub.grantMembership(ctx, { email: own.members.fan.actor.email, tierId: a.ids.tier, lastDay: null, note: '' }),
  ),
  attack('grantMembership to another’s fan', 'kept', (ctx, a, own) =>
    fanClub.grantMembership(ctx, { email: a.members.fan.actor.email, tierId: own.ids.tier, lastDay: null, note: '' }),
  ),
  attack('endMembership', 'absent', (ctx, a) => fanClub.endMembership(ctx, { membershipId: a.ids.membership })),
  attack('myMemberships', 'own', (ctx) => fanClub.myMemberships(ctx)),
  attack('requireDownload', 'absent', (ctx, a) => downloads.requireDownload(ctx, { mixId: a.ids.mix, format: null })),
  attack('makeDownloadFile', 'kept', (ctx, a) => downloads.makeDownloadFile(ctx, { recordingId: a.ids.recording })),
  attack('requireEmbed', 'absent', (ctx, a) => embeds.requireEmbed(ctx, { mixId: a.ids.mix })),
  attack('requireEmbed by its address', 'absent', (ctx, a) => embeds.requireEmbed(ctx, { slug: a.slugs.mix })),
  attack('getPodcast', 'own', (ctx) => feeds.getPodcast(ctx)),
  attack('requireMemberPodcast', 'absent', (ctx, a) => feeds.requireMemberPodcast(ctx, { unverifiedToken: a.tokens.feed })),
  attack('openEpisode', 'absent', (ctx, a) => feeds.openEpisode(ctx, { mixId: a.ids.mix })),
  attack('openEpisode by another’s ticket', 'absent', (ctx, a) => feeds.openEpisode(ctx, { unverifiedTicket: a.tokens.episode })),
  attack('requireEpisodeTracks', 'absent', (ctx, a) => feeds.requireEpisodeTracks(ctx, { mixId: a.ids.mix })),
  attack('requireEpisodeTracks by another’s ticket', 'absent', (ctx, a) =>
    feeds.requireEpisodeTracks(ctx, { unverifiedTicket: a.tokens.episode }),
  ),
  attack('getMyFeed', 'own', (ctx) => feeds.getMyFeed(ctx)),
  attack('getStanding', 'own', (ctx, a) =>
    access.getStanding(ctx.ref, { mixId: a.ids.mix, accountId: a.members.owner.actor.accountId, linkHash: null }),
  ),
  attack('requirePlayable', 'absent', (ctx, a) =>
    streaming.requirePlayable(ctx, { mixId: a.ids.mix, link: null, recordingId: a.ids.recording }),
  ),
  attack('getStream', 'own', (ctx, a) => streaming.getStream(ctx.ref, a.ids.recording)),
  attack('openSegment', 'own', (ctx, a) => streaming.openSegment(ctx.ref.tenantId, a.ids.recording, 'aac128', 0)),
  attack('getDetailedPeaks', 'own', (ctx, a) => streaming.getDetailedPeaks(ctx.ref.tenantId, a.ids.recording)),
  attack('readTicket', 'own', async (ctx, a) => (streaming.readTicket(ctx.tenant.id, a.tokens.stream, new Date()) ? a.canary : null)),
  attack('getInsight', 'own', (ctx) => plays.getInsight(ctx, {})),
  attack('getInsight of a mix', 'absent', (ctx, a) => plays.getInsight(ctx, { mixId: a.ids.mix })),
  attack('exportPlays', 'own', (ctx) => plays.exportPlays(ctx, {})),
  attack('exportPlays of a mix', 'absent', (ctx, a) => plays.exportPlays(ctx, { mixId: a.ids.mix })),
  attack('exportRetention', 'absent', (ctx, a) => plays.exportRetention(ctx, { mixId: a.ids.mix })),
  attack('getPlaysGlance', 'own', (ctx) => plays.getPlaysGlance(ctx)),
  attack('getHearableMix', 'own', (ctx, a) =>
    plays.getHearableMix(ctx.ref, { mixId: a.ids.mix, accountId: a.members.owner.actor.accountId }),
  ),
  attack('recordBeats', 'own', (ctx, a) =>
    plays.recordBeats(ctx.ref, [somePlay(a.ids.mix, { playId: a.playId, accountId: a.members.fan.actor.accountId })], new Date()),
  ),
  attack('recordFetch', 'own', (ctx, a) =>
    plays.recordFetch(ctx, {
      ...{ mixId: a.ids.mix, recordingId: a.ids.recording, durationMs: 100_000, quality: 'aac128', fromS: 0, toS: 90 },
      feedTokenId: null,
    }),
  ),
  attack('rollUpPlays', 'own', (ctx) => plays.rollUpPlays(ctx)),
  attack('changeLike', 'absent', (ctx, a) => community.changeLike(ctx, { mixId: a.ids.mix, link: null, liked: true }).then(() => true)),
  attack('requireMixCommunity', 'absent', (ctx, a) => community.requireMixCommunity(ctx, { slug: a.slugs.mix, link: null, page: 1 })),
  attack('writeComment', 'absent', (ctx, a) => community.writeComment(ctx, { mixId: a.ids.mix, link: null, at: 0, body: 'x' })),
  attack('deleteComment', 'absent', (ctx, a) => community.deleteComment(ctx, { commentId: a.ids.comment })),
  attack('reportComment', 'absent', (ctx, a) =>
    community.reportComment(ctx, { commentId: a.ids.fanComment, reason: 'spam' }).then(() => true),
  ),
  attack('moderateComments to delete', 'absent', (ctx, a) =>
    community.moderateComments(ctx, { commentIds: [a.ids.comment], moderation: 'delete' }),
  ),
  attack('listModeratedComments', 'own', (ctx, a) => community.listModeratedComments(ctx, { show: 'all', q: a.canary, page: 1 })),
  attack('getMyCommunity', 'own', (ctx) => community.getMyCommunity(ctx)),
  attack('reportMix', 'absent', (ctx, a) =>
    rights.reportMix(ctx, {
      ...{ slug: a.slugs.mix, link: null, kind: 'other', name: 'Eve', email: 'eve@fan.example', at: 0 },
      ...{ work: 'somebody else’s', statement: 'somebody else’s', sworn: true },
    }),
  ),
  attack('decideTakedown', 'absent', (ctx, a) =>
    rights.decideTakedown(ctx, { takedownId: a.ids.takedown, decision: 'uphold', reason: 'x' }),
  ),
  attack('counterTakedown', 'absent', (ctx, a) =>
    rights.counterTakedown(ctx, { takedownId: a.ids.takedown, name: 'Eve', statement: 'somebody else’s', sworn: true }),
  ),
  attack('requireTakedown', 'absent', (ctx, a) => rights.requireTakedown(ctx, { takedownId: a.ids.takedown })),
  attack('listTakedowns', 'own', (ctx) => rights.listTakedowns(ctx, { show: 'all', page: 1 })),
  attack('requireClaim', 'absent', (ctx, a) => rights.requireClaim(ctx, { unverifiedToken: a.tokens.claim })),
  attack('continueClaim', 'absent', (ctx, a) =>
    rights.continueClaim(ctx, { unverifiedToken: a.tokens.claim, statement: 'somebody else’s' }),
  ),
  attack('listAuditEntries', 'own', (ctx, a) => audit.listAuditEntries(ctx, { subjectId: a.ids.page })),
  attack('getBrand', 'own', (ctx) => brand.getBrand(ctx)),
  attack('listBrandRevisions', 'own', (ctx) => brand.listBrandRevisions(ctx)),
  attack('restoreBrandRevision', 'absent', (ctx, a) =>
    brand.restoreBrandRevision(ctx, { revisionId: a.ids.brandRevision, expectedVersion }),
  ),
  attack('saveBrandDraft', 'kept', async (ctx, a) => {
    const { published, version } = await brand.getBrand(ctx)
    return brand.saveBrandDraft(ctx, { expectedVersion: version, record: { ...published, logoId: a.ids.media } })
  }),
  attack('listMixes', 'own', async (ctx, a) => {
    // The question itself comes back with the answer.
    const { query: _asked, ...found } = await catalogue.listMixes(ctx, catalogue.listMixesSchema.parse({ q: a.canary }))
    return found
  }),
  attack('listRecentMixes', 'own', (ctx) => catalogue.listRecentMixes(ctx, { most: 50 })),
  attack('requireLinkedMix', 'absent', (ctx, a) => catalogue.requireLinkedMix(ctx, { slug: a.slugs.mix, link: a.tokens.listen })),
  attack('requireMixPreview', 'absent', (ctx, a) => catalogue.requireMixPreview(ctx, { mixId: a.ids.mix })),
  attack('listEditedMixes', 'own', (ctx, a) => catalogue.listEditedMixes(ctx, { q: a.secret, page: 1 })),
  attack('requireEditedMix', 'absent', (ctx, a) => catalogue.requireEditedMix(ctx, { mixId: a.ids.mix })),
  attack('updateMix', 'absent', (ctx, a) => catalogue.updateMix(ctx, { mixId: a.ids.mix, expectedVersion, fields: someMix })),
  attack('updateMix of one’s own, with another’s picture', 'kept', (ctx, a, own) =>
    catalogue.updateMix(ctx, { mixId: own.ids.mix, expectedVersion, fields: { ...someMix, artworkId: a.ids.media } }),
  ),
  attack('updateMix of one’s own, with another’s tier', 'kept', (ctx, a, own) =>
    catalogue.updateMix(ctx, { mixId: own.ids.mix, expectedVersion, fields: { ...someMix, exclusiveTierId: a.ids.tier } }),
  ),
  attack('editMixes', 'absent', (ctx, a) => catalogue.editMixes(ctx, { mixIds: [a.ids.mix], change: { genre: 'stolen' } })),
  attack('undoEditMixes', 'own', (ctx, a) =>
    catalogue.undoEditMixes(ctx, { before: [{ mixId: a.ids.mix, expectedVersion, change: { genre: 'stolen' } }] }),
  ),
  attack('publishMix', 'absent', (ctx, a) => catalogue.publishMix(ctx, { mixId: a.ids.mix, expectedVersion, declared: true })),
  attack('publishMixes', 'absent', (ctx, a) => catalogue.publishMixes(ctx, { mixIds: [a.ids.mix], declared: true })),
  attack('withdrawMixes of many', 'absent', (ctx, a) => catalogue.withdrawMixes(ctx, { mixIds: [a.ids.mix] })),
  attack('unlistMix', 'absent', (ctx, a) => catalogue.unlistMix(ctx, { mixId: a.ids.mix, expectedVersion, declared: true })),
  attack('scheduleMix', 'absent', (ctx, a) =>
    catalogue.scheduleMix(ctx, {
      mixId: a.ids.mix,
      expectedVersion,
      declared: true,
      at: `${new Date().getUTCFullYear() + 1}-01-01T20:00`,
      turn: 'first',
    }),
  ),
  attack('withdrawMix', 'absent', (ctx, a) => catalogue.withdrawMix(ctx, { mixId: a.ids.mix, expectedVersion })),
  attack('releaseDueMixes', 'kept', (ctx) => catalogue.releaseDueMixes(ctx)),
  attack('createListenLink', 'absent', (ctx, a) => catalogue.createListenLink(ctx, { mixId: a.ids.mix, label: '', days: 1 })),
  attack('revokeListenLink', 'absent', (ctx, a) => catalogue.revokeListenLink(ctx, { linkId: a.ids.listenLink })),
  attack('listListenLinks', 'absent', (ctx, a) => catalogue.listListenLinks(ctx, { mixId: a.ids.mix })),
  attack('deleteMix', 'absent', (ctx, a) => catalogue.deleteMix(ctx, { mixId: a.ids.mix })),
  attack('getTracklist', 'absent', (ctx, a) => tracklists.getTracklist(ctx, { mixId: a.ids.mix })),
  attack('exportTracklist', 'absent', (ctx, a) => tracklists.exportTracklist(ctx, { mixId: a.ids.mix, format: 'cue' })),
  attack('readTracklist', 'absent', (ctx, a) => tracklists.readTracklist(ctx, { mixId: a.ids.mix, text: '0:00 A - B' })),
  attack('saveTracklist', 'absent', (ctx, a) => tracklists.saveTracklist(ctx, { mixId: a.ids.mix, expectedVersion, tracks: [] })),
  attack('suggestTrack', 'absent', (ctx, a) =>
    tracklists.suggestTrack(ctx, { mixId: a.ids.mix, trackId: a.ids.unknownTrack, title: 'stolen', artist: 'stolen' }),
  ),
  attack('decideSuggestion', 'absent', (ctx, a) =>
    tracklists.decideSuggestion(ctx, { suggestionId: a.ids.suggestion, decision: 'accepted' }),
  ),
  attack('listTimedTexts', 'absent', (ctx, a) => timedTexts.listTimedTexts(ctx, { mixId: a.ids.mix })),
  attack('saveTimedText', 'absent', (ctx, a) =>
    timedTexts.saveTimedText(ctx, { mixId: a.ids.mix, kind: 'notes', locale: 'en', lrc: '[00:01]stolen', expectedAt: null }),
  ),
  attack('requireMix', 'absent', (ctx, a) => catalogue.requireMix(ctx, { slug: a.slugs.mix })),
  attack('listMyConsents', 'own', (ctx) => consent.listMyConsents(ctx)),
  attack('changeRole', 'absent', (ctx, a) => crew.changeRole(ctx, { accountId: a.members.editor.actor.accountId, role: 'moderator' })),
  attack('removeCrew', 'absent', (ctx, a) => crew.removeCrew(ctx, { accountId: a.members.editor.actor.accountId })),
  attack('revokeInvitation', 'absent', (ctx, a) => crew.revokeInvitation(ctx, { invitationId: a.ids.invitation })),
  attack('inspectInvitation', 'own', (ctx, a) => crew.inspectInvitation(ctx, { unverifiedToken: a.tokens.invitation })),
  attack('acceptInvitation', 'kept', (ctx, a) =>
    crew.acceptInvitation(ctx, { token: a.tokens.invitation, name: 'Eve', password: 'correct horse battery staple' }),
  ),
  attack('listCrew', 'own', (ctx) => crew.listCrew(ctx)),
  attack('listEvents', 'own', (ctx) => events.listEvents(ctx)),
  attack('requireEvent', 'absent', (ctx, a) => events.requireEvent(ctx, { slug: a.slugs.event })),
  attack('listEditedEvents', 'own', (ctx) => events.listEditedEvents(ctx, { q: '', page: 1 })),
  attack('listEditedEvents by another’s words', 'own', (ctx, a) => events.listEditedEvents(ctx, { q: a.canary, page: 1 })),
  attack('requireEditedEvent', 'absent', (ctx, a) => events.requireEditedEvent(ctx, { eventId: a.ids.event })),
  attack('updateEvent', 'absent', (ctx, a) => events.updateEvent(ctx, { eventId: a.ids.event, expectedVersion, fields: someEvent(null) })),
  attack('updateEvent of one’s own, with another’s picture', 'kept', (ctx, a, own) =>
    events.updateEvent(ctx, { eventId: own.ids.event, expectedVersion, fields: someEvent(a.ids.media) }),
  ),
  attack('createEvent with another’s picture', 'kept', (ctx, a) => events.createEvent(ctx, { fields: someEvent(a.ids.media) })),
  attack('publishEvent', 'absent', (ctx, a) => events.publishEvent(ctx, { eventId: a.ids.event, expectedVersion })),
  attack('withdrawEvent', 'absent', (ctx, a) => events.withdrawEvent(ctx, { eventId: a.ids.event, expectedVersion })),
  attack('deleteEvent', 'absent', (ctx, a) => events.deleteEvent(ctx, { eventId: a.ids.event })),
  attack('consumeMagicLink', 'kept', (ctx, a) => identity.consumeMagicLink(ctx, { token: a.tokens.link })),
  attack('inspectLink', 'own', (ctx, a) => identity.inspectLink(ctx, { kind: 'magic_link', unverifiedToken: a.tokens.link })),
  attack('inspectVerification', 'own', (ctx, a) => identity.inspectVerification(ctx, { unverifiedToken: a.tokens.link, step: null })),
  attack('verifyEmail', 'kept', (ctx, a) => identity.verifyEmail(ctx, { token: a.tokens.link, step: null, password: null })),
  attack('confirmEmail', 'kept', (ctx, a) => identity.confirmEmail(ctx, { token: a.tokens.link })),
  attack('resetPassword', 'kept', (ctx, a) =>
    identity.resetPassword(ctx, { token: a.tokens.link, password: 'correct horse battery staple' }),
  ),
  attack('signIn', 'kept', (ctx, a) =>
    identity.signIn(ctx, { email: a.members.owner.actor.email, password: 'correct horse battery staple' }),
  ),
  attack('getProfile', 'own', (ctx) => identity.getProfile(ctx)),
  attack('listMyActivity', 'own', (ctx) => identity.listMyActivity(ctx)),
  attack('listLinks', 'own', (ctx) => links.listLinks(ctx)),
  attack('requireLink', 'absent', (ctx, a) => links.requireLink(ctx, { linkId: a.ids.link })),
  attack('updateLink', 'absent', (ctx, a) => links.updateLink(ctx, { linkId: a.ids.link, expectedVersion, label: someSet, url: '/x' })),
  attack('changeLinkVisibility', 'absent', (ctx, a) =>
    links.changeLinkVisibility(ctx, { linkId: a.ids.link, expectedVersion, isHidden: true }),
  ),
  attack('moveLink', 'absent', (ctx, a) => links.moveLink(ctx, { linkId: a.ids.link, step: 'first' })),
  attack('deleteLink', 'absent', (ctx, a) => links.deleteLink(ctx, { linkId: a.ids.link })),
  attack('openMail', 'own', (ctx, a) => mail.openMail(ctx, { mailSendId: a.ids.mail })),
  attack('recordMailEvent', 'own', (ctx, a) =>
    mail.recordMailEvent(ctx, { mailSendId: a.ids.mail, kind: 'complained', permanent: true, detail: 'x' }),
  ),
  attack('recordMailSent', 'own', (ctx, a) => mail.recordMailSent(ctx, { mailSendId: a.ids.mail, providerId: 'x' })),
  attack('recordMailFailed', 'own', (ctx, a) => mail.recordMailFailed(ctx, { mailSendId: a.ids.mail, error: 'x' })),
  attack('releaseAddress', 'own', (ctx, a) => mail.releaseAddress(ctx, { recipient: `gone-${a.canary}@crew.example` })),
  attack('requireMediaItem', 'absent', (ctx, a) => media.requireMediaItem(ctx, { mediaItemId: a.ids.media })),
  attack('updateMedia', 'absent', (ctx, a) =>
    media.updateMedia(ctx, { mediaItemId: a.ids.media, expectedVersion, focalX: 1, focalY: 1, alt: someSet }),
  ),
  attack('deleteMedia', 'absent', (ctx, a) => media.deleteMedia(ctx, { mediaItemId: a.ids.media })),
  attack('listMedia', 'own', (ctx) => media.listMedia(ctx, { q: '', page: 1 })),
  attack('listPictureChoices', 'own', (ctx, a) => media.listPictureChoices(ctx, { chosen: [a.ids.media] })),
  attack('getSizedPicture', 'absent', (ctx, a) => media.getSizedPicture(ctx, { id: a.ids.media, w: 160, f: 'webp' })),
  attack('requirePage', 'absent', (ctx, a) => pages.requirePage(ctx, { pageId: a.ids.page })),
  attack('listPages', 'own', (ctx) => pages.listPages(ctx)),
  attack('savePage', 'absent', (ctx, a) => pages.savePage(ctx, { pageId: a.ids.page, expectedVersion, title: someSet, blocks: [] })),
  attack('publishPage', 'absent', (ctx, a) => pages.publishPage(ctx, { pageId: a.ids.page, expectedVersion })),
  attack('unpublishPage', 'absent', (ctx, a) => pages.unpublishPage(ctx, { pageId: a.ids.page, expectedVersion })),
  attack('placePage', 'absent', (ctx, a) => pages.placePage(ctx, { pageId: a.ids.page, inNavigation: true, position: 1 })),
  attack('deletePage', 'absent', (ctx, a) => pages.deletePage(ctx, { pageId: a.ids.page })),
  attack('listPageRevisions', 'absent', (ctx, a) => pages.listPageRevisions(ctx, { pageId: a.ids.page })),
  attack('restorePageRevision', 'absent', (ctx, a) =>
    pages.restorePageRevision(ctx, { pageId: a.ids.page, revisionId: a.ids.pageRevision, expectedVersion }),
  ),
  attack('restorePageRevision of one’s own page', 'absent', (ctx, a, own) =>
    pages.restorePageRevision(ctx, { pageId: own.ids.page, revisionId: a.ids.pageRevision, expectedVersion }),
  ),
  attack('countPageSteps', 'absent', (ctx, a) => pages.countPageSteps(ctx, { pageId: a.ids.page })),
  attack('stepPage', 'absent', (ctx, a) => pages.stepPage(ctx, { pageId: a.ids.page, expectedVersion, direction: 'undo' })),
  attack('createDraftPreview', 'absent', (ctx, a) => pages.createDraftPreview(ctx, { pageId: a.ids.page })),
  attack('openDraftPreview', 'absent', (ctx, a) => pages.openDraftPreview(ctx, { unverifiedToken: a.tokens.preview })),
  attack('requirePublishedPage', 'absent', (ctx, a) => pages.requirePublishedPage(ctx, { kind: 'page', slug: a.slugs.page })),
  attack('endSession', 'kept', (ctx, a) => sessions.endSession(ctx, { sessionId: a.members.owner.actor.sessionId })),
  attack('knownBrowserOf', 'own', async (ctx, a) => {
    const browser = { ...ctx, unverifiedBrowser: a.tokens.knownBrowser }
    return sessions.knownBrowserOf(browser, a.members.owner.actor.email) === null ? null : a.canary
  }),
  attack('listSessions', 'own', (ctx) => sessions.listSessions(ctx)),
  attack('validateSession', 'own', (ctx, a) => sessions.validateSession(ctx.ref, a.members.owner.token)),
  attack('getSiteSettings', 'own', (ctx) => settings.getSiteSettings(ctx)),
  attack('getDraftFrame', 'own', (ctx) => site.getDraftFrame(ctx)),
  attack('getSiteFrame', 'own', (ctx) => site.getSiteFrame(ctx.ref, 'en')),
  attack('getHomePage', 'own', (ctx) => site.getHomePage(ctx)),
  attack('getOverview', 'own', (ctx) => site.getOverview(ctx)),
  attack('listSiteAddresses', 'own', (ctx) => site.listSiteAddresses(ctx)),
  attack('changeSlug of a mix', 'absent', (ctx, a) => slugs.changeSlug(ctx, { kind: 'mix', id: a.ids.mix, slug: 'stolen' })),
  attack('changeSlug of an event', 'absent', (ctx, a) => slugs.changeSlug(ctx, { kind: 'event', id: a.ids.event, slug: 'stolen' })),
  attack('changeSlug of a page', 'absent', (ctx, a) => slugs.changeSlug(ctx, { kind: 'page', id: a.ids.page, slug: 'stolen' })),
  attack('deleteRedirect', 'absent', (ctx, a) => slugs.deleteRedirect(ctx, { redirectId: a.ids.redirect })),
  attack('findRedirect', 'own', (ctx, a) => slugs.findRedirect(ctx, { kind: 'mix', slug: a.slugs.formerly })),
  attack('listSlugs', 'own', (ctx) => slugs.listSlugs(ctx)),
  attack('requireTenantRecord', 'own', (ctx) => tenants.requireTenantRecord(ctx.ref)),
]

/** Slices whose exports are walked. Operators act on the platform's own tables, behind another role, host and cookie. */
export const slices = {
  access,
  audit,
  brand,
  catalogue,
  community,
  consent,
  crew,
  declarations,
  downloads,
  embeds,
  events,
  fanClub,
  feeds,
  identity,
  links,
  listening,
  mail,
  media,
  outbox,
  pages,
  plays,
  policy,
  recordings,
  rights,
  secrets,
  sessions,
  settings,
  site,
  slugs,
  streaming,
  tenants,
  timedTexts,
  tracklists,
  uploads,
}

/** Types, words and tools; operators act on the platform's own tables, behind another role, host and cookie. */
export const slicesWithoutVerbs = new Set(['context', 'errors', 'operators', 'testing'])

/** Exports that take nothing of another tenant's: no id, no slug, no token, or a rule without a database. */
export const withoutForeignInput = new Set([
  // Inside a caller's transaction, or without a database at all.
  'isSeen',
  'mixCollision',
  'querySeen',
  'instantOf',
  'formatText',
  // They read what a browser sent, without a database.
  'acceptReport',
  'describeListener',
  // They act on the caller's own account, or on what the caller typed.
  'changeFollow',
  'isSessionOpen',
  'restoreDueMixes',
  // Inside the transaction of a verb that is a tenant's already.
  'exportListening',
  'exportCommunity',
  'exportClaims',
  'declareRights',
  'beginSecondFactor',
  'changeConsent',
  'changeEmail',
  'changePassword',
  'chooseCookies',
  'completeSignIn',
  'confirmSecondFactor',
  'deleteAccount',
  'disableSecondFactor',
  'endAllSessions',
  'exportMyData',
  'inviteCrew',
  'pendingEnrolment',
  'renewRecoveryCodes',
  'requestMagicLink',
  'requestPasswordReset',
  'requestVerificationAgain',
  'signUp',
  'updateProfile',
  'createTier',
  'renewMyFeed',
  'revokeMyFeed',
  'addMedia',
  'createLink',
  'createPage',
  'discardBrandDraft',
  'publishBrand',
  'saveSiteSettings',
  'suppressAddress',
  'answerByMail',
  'deliverMail',
  'stepWaits',
  'keepOriginals',
  'getOriginalsSetting',
  'keepPicture',
  // Parts of verbs, inside a transaction that is a tenant's already.
  'enter',
  'enqueueLater',
  'forgetMixAudioLater',
  'readEntitlements',
  'receiveRecording',
  'claimSlug',
  'moveSlug',
  'endSessionsOf',
  'openSession',
  'rotateSession',
  'rotateSessions',
  'queueMail',
  'readSiteSettings',
  'readStanding',
  // Given the key by a row of the tenant’s own; the storage refuses any other.
  'fetchOriginal',
  'inWorkingFolder',
  'recordAudit',
  'recordConsent',
  'requireNotLastOwner',
  'sendLink',
  'listMixesById',
  'resolveDraft',
  // For jobs: no input.
  'sweepMails',
  'sweepRecordings',
  'sweepUploads',
  'sweepSessions',
  'sweepTokens',
  // Drawn from what the caller has already been given.
  'getShareCard',
  'getSiteIcon',
  'isSiteIcon',
  // Rules and tools without a database.
  // Hears its own tenant's channel alone.
  'followRecordings',
  // Its own account's channel alone; what it says and keeps is the caller's own.
  'followPlayerState',
  'writePlayerState',
  'saveSoundPreset',
  'switchHistory',
  'allows',
  'amountMinorOf',
  'can',
  'cleanHtml',
  'decryptField',
  'describeDevice',
  'describePlace',
  'encryptField',
  'endsAtOrLater',
  'grantableRoles',
  'hashPassword',
  'hashToken',
  'isMailTemplate',
  'keyedHash',
  'linkKindOf',
  'lockOutMs',
  'looksLikeRecoveryCode',
  'mailReference',
  'matchingStep',
  'mediaRefColumn',
  'needsRotation',
  'newRecoveryCodes',
  'newTotpSecret',
  'parseBlocks',
  'parseKeyRing',
  'passwordMatches',
  'passwordProblem',
  'preparePasswords',
  'randomToken',
  'reaches',
  'readMailReference',
  'readSignedToken',
  'readableSecret',
  'recoveryHash',
  'referencesOf',
  'regionFromAcceptLanguage',
  'requireAccount',
  'requirePermission',
  'signToken',
  'slugify',
  'decideStanding',
  'issueTicket',
  'masterPlaylist',
  'mediaPlaylist',
  'segmentKeyParts',
  'titleFromFilename',
  'timeZones',
  'totpUri',
  'typedAmount',
  'wallTimeOf',
])
