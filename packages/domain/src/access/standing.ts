import type { DownloadBenefit, Publication, Quality } from '@residency/db'
import type { LocalizedText } from '../context/index.ts'

/** The encoded qualities, lowest first: a quality has those before it too. */
export const renditionNames = ['aac128', 'aac256', 'aac320', 'flac'] as const
export type RenditionName = (typeof renditionNames)[number]

const renditionsOf: Record<Quality, readonly RenditionName[]> = {
  aac128: ['aac128'],
  aac256: ['aac128', 'aac256'],
  aac320: ['aac128', 'aac256', 'aac320'],
  lossless: renditionNames,
}

/** What the one who asks and the mix are, read in one statement. */
export interface StandingFacts {
  now: Date
  publication: Publication
  publishedAt: Date | null
  earlyAccess: boolean
  downloadable: boolean
  /** The lowest tier that hears an exclusive mix; null: everybody hears it. */
  exclusive: { rank: number; name: LocalizedText } | null
  /** The highest tier of the one who asks, if they are in any. */
  tier: { rank: number; name: LocalizedText; quality: Quality; earlyAccessHours: number; downloads: DownloadBenefit } | null
  /** Crew that edits the catalogue. */
  isCrew: boolean
  /** Holds a listen link of this mix that is neither expired nor revoked. */
  hasLink: boolean
}

export type Standing =
  | {
      open: true
      renditions: readonly RenditionName[]
      downloads: DownloadBenefit
    }
  | {
      open: false
      /** `hidden` says nothing of the mix, not even that there is one. */
      reason: 'hidden' | 'exclusive' | 'early'
      /** The tier that would hear it. */
      tierName: LocalizedText | null
      /** When everybody hears it. */
      opensAt: Date | null
    }

const hour = 3_600_000
const hidden: Standing = { open: false, reason: 'hidden', tierName: null, opensAt: null }

/**
 * Who hears what (product.md, parts 3 and 7). Crew hear all; a mix that was taken down is heard by nobody else, a draft neither. An unlisted one
 * opens to its links. Before its time it opens to tiers by their hours, an exclusive one to its tier and those above; whoever is in no tier
 * gets the free quality.
 */
export function decideStanding(facts: StandingFacts): Standing {
  const { tier, exclusive, publication } = facts
  const own = tier?.quality ?? 'aac128'
  if (facts.isCrew) return { open: true, renditions: renditionNames, downloads: 'original' }
  const isOut = publication === 'published' || publication === 'scheduled'
  if (publication === 'unlisted' ? !facts.hasLink : !isOut && !(facts.hasLink && publication === 'draft')) return hidden
  const open: Standing = { open: true, renditions: renditionsOf[own], downloads: facts.downloadable ? (tier?.downloads ?? 'none') : 'none' }
  // Whoever was given a link was meant to hear it.
  if (facts.hasLink) return open
  if (!facts.publishedAt) return hidden
  const opensAt = facts.publishedAt
  const ahead = facts.earlyAccess && tier ? tier.earlyAccessHours * hour : 0
  const isInTime = facts.now.getTime() >= opensAt.getTime() - ahead
  if (exclusive && (tier?.rank ?? 0) < exclusive.rank) {
    return isInTime || facts.now >= opensAt ? { open: false, reason: 'exclusive', tierName: exclusive.name, opensAt: null } : hidden
  }
  if (!isInTime) return facts.earlyAccess ? { open: false, reason: 'early', tierName: null, opensAt } : hidden
  return open
}
