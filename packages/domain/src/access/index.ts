export { getStanding, highestTier, type Listener, readStanding } from './get-standing.ts'
export { decideStanding, type RenditionName, renditionNames, type Standing, type StandingFacts } from './standing.ts'
