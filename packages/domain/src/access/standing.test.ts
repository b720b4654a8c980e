import { describe, expect, it } from 'vitest'
import { decideStanding, renditionNames, type StandingFacts } from './standing.ts'

const now = new Date('2026-11-21T12:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const facts = (more: Partial<StandingFacts> = {}): StandingFacts => ({
  now,
  publication: 'published',
  publishedAt: inHours(-48),
  earlyAccess: true,
  downloadable: true,
  exclusive: null,
  tier: null,
  isCrew: false,
  hasLink: false,
  ...more,
})
const supporter = { rank: 1, name: { en: 'Supporter' }, quality: 'aac256', earlyAccessHours: 24, downloads: 'none' } as const
const superfan = { rank: 2, name: { en: 'Superfan' }, quality: 'lossless', earlyAccessHours: 48, downloads: 'original' } as const
const hidden = { open: false, reason: 'hidden' }

describe('the quality one hears', () => {
  it('is the free one without a tier, and the tier’s with one', () => {
    expect(decideStanding(facts())).toMatchObject({ open: true, renditions: ['aac128'], downloads: 'none' })
    expect(decideStanding(facts({ tier: supporter }))).toMatchObject({ renditions: ['aac128', 'aac256'], downloads: 'none' })
    expect(decideStanding(facts({ tier: superfan }))).toMatchObject({ renditions: renditionNames, downloads: 'original' })
  })

  it('gives no download of a mix that has none, whatever the tier', () => {
    expect(decideStanding(facts({ tier: superfan, downloadable: false }))).toMatchObject({ open: true, downloads: 'none' })
  })

  it('is everything for crew, drafts included', () => {
    expect(decideStanding(facts({ isCrew: true, publication: 'draft', publishedAt: null }))).toMatchObject({ renditions: renditionNames })
  })
})

describe('before its time', () => {
  const soon = facts({ publication: 'scheduled', publishedAt: inHours(36) })

  it('a mix opens to tiers by their own hours', () => {
    expect(decideStanding({ ...soon, tier: supporter })).toMatchObject({ open: false, reason: 'early', opensAt: inHours(36) })
    expect(decideStanding({ ...soon, tier: superfan })).toMatchObject({ open: true })
    expect(decideStanding({ ...soon, publishedAt: inHours(24), tier: supporter })).toMatchObject({ open: true })
  })

  it('a mix without early access says nothing of itself', () => {
    expect(decideStanding({ ...soon, earlyAccess: false, tier: superfan })).toMatchObject(hidden)
  })
})

describe('an exclusive mix', () => {
  const exclusive = { rank: 2, name: { en: 'Superfan' } }

  it('opens to its tier and those above, and names the tier to the others', () => {
    expect(decideStanding(facts({ exclusive, tier: superfan }))).toMatchObject({ open: true })
    expect(decideStanding(facts({ exclusive, tier: { ...superfan, rank: 3 } }))).toMatchObject({ open: true })
    for (const tier of [null, supporter])
      expect(decideStanding(facts({ exclusive, tier }))).toMatchObject({ open: false, reason: 'exclusive', tierName: exclusive.name })
  })

  it('says nothing of itself before its time', () => {
    expect(decideStanding(facts({ exclusive, publication: 'scheduled', publishedAt: inHours(36) }))).toMatchObject(hidden)
  })
})

describe('what is not public', () => {
  it('is heard by whoever holds a link to it, and nobody else', () => {
    expect(decideStanding(facts({ publication: 'unlisted', tier: superfan }))).toMatchObject(hidden)
    expect(decideStanding(facts({ publication: 'unlisted', hasLink: true }))).toMatchObject({ open: true, renditions: ['aac128'] })
    expect(decideStanding(facts({ publication: 'draft', publishedAt: null, hasLink: true }))).toMatchObject({ open: true })
  })

  it('stays silent when it was taken down, link or not', () => {
    expect(decideStanding(facts({ publication: 'taken_down', tier: superfan }))).toMatchObject(hidden)
    expect(decideStanding(facts({ publication: 'taken_down', hasLink: true }))).toMatchObject(hidden)
  })
})
