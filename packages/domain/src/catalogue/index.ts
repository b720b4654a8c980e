export { deleteMix } from './editing/delete-mix.ts'
export { editMixes, editMixesSchema, type MixesBefore, mixesBeforeSchema, undoEditMixes } from './editing/edit-mixes.ts'
export { mixIdSchema, requireEditedMix } from './editing/edited-mix.ts'
export { type EditedMix, listEditedMixes, listEditedMixesSchema } from './editing/list-edited-mixes.ts'
export { mixFieldsSchema } from './editing/mix-fields.ts'
export { isSeen, type MixState, mixCollision, waitsForAudio } from './editing/mix-state.ts'
export { updateMix, updateMixSchema } from './editing/update-mix.ts'
export { linkedMixSchema, type MixPageRecord, mixSlugSchema, requireLinkedMix, requireMix, requireMixPreview } from './get-mix.ts'
export { type Facet, listMixes, listMixesSchema, type MixList, type MixQuery, mixesPerPage } from './list-mixes.ts'
export { listMixesById } from './list-mixes-by-id.ts'
export { listRecentMixes, type RecentMix } from './list-recent-mixes.ts'
export { artworkJoin, catalogueCte, type MixRecord, type MixSummary, summaryColumns, type TrackRecord, tracksText } from './mix-summary.ts'
export { declaredSchema, mixVersionSchema } from './publication/change-publication.ts'
export {
  createListenLink,
  createListenLinkSchema,
  type ListenLinkView,
  listenLinkIdSchema,
  listListenLinks,
  revokeListenLink,
} from './publication/listen-links.ts'
export { publishMix } from './publication/publish-mix.ts'
export { publishMixes, publishMixesSchema, withdrawMixes, withdrawMixesSchema } from './publication/publish-mixes.ts'
export { publishWhenReady } from './publication/publish-when-ready.ts'
export { releaseDueMixes } from './publication/release-due-mixes.ts'
export { scheduleMix, scheduleMixSchema } from './publication/schedule-mix.ts'
export { unlistMix } from './publication/unlist-mix.ts'
export { withdrawMix } from './publication/withdraw-mix.ts'
export { querySeen } from './seen-catalogue.ts'
export type { TimedWords } from './timed-words.ts'
