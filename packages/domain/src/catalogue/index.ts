export { mixSlugSchema, requireMix } from './get-mix.ts'
export { type Facet, listMixes, listMixesSchema, type MixList, type MixQuery, mixesPerPage } from './list-mixes.ts'
export { listMixesById } from './list-mixes-by-id.ts'
export { artworkJoin, catalogueCte, type MixRecord, type MixSummary, summaryColumns, type TrackRecord, tracksText } from './mix-summary.ts'
