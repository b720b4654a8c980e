import { randomBytes, randomUUID } from 'node:crypto'
import { type TenantRef, withTenant } from '@residency/db'
import { renditionNames } from '@residency/domain/access'
import { endMembership, grantMembership } from '@residency/domain/fan-club'
import { renewMyFeed, requireMemberPodcast } from '@residency/domain/feeds'
import { issueTicket, ticketMs } from '@residency/domain/streaming'
import { plantRecording, signedIn, visitor } from '@residency/domain/testing'
import { ask } from '../support/ask.ts'

interface Tally {
  tried: number
  failed: number
}

type Site = TenantRef & { slug: string }

interface Attack {
  what: string
  host: string
  path: string
}

const files = ['init.mp4', '0.m4s', '1.m4s', 'index.m3u8'] as const
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T

/** Another letter at one place: what was signed is no longer what is there. */
const bent = (token: string, at: number): string => {
  // Not the last, which has bits that mean nothing.
  const place = at % (token.length - 1)
  return `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`
}

/** Plants mixes at two tenants, and says what somebody could try who may hear but the free quality of one of them. */
async function plant(a: Site, b: Site) {
  const owner = await signedIn(a, { role: 'owner' })
  const gone = await signedIn(a, { email: `gone-${randomUUID()}@fan.example` })
  const tier = await withTenant(a, (db) =>
    db.tier.create({
      data: {
        slug: randomUUID(),
        name: { en: 'x' },
        rank: 90,
        currency: 'GBP',
        priceMonthMinor: 1,
        quality: 'lossless',
        downloads: 'original',
      },
    }),
  )
  const { membershipId } = await grantMembership(owner, { email: gone.actor.email, tierId: tier.id, lastDay: null, note: '' })
  const small = { segments: 2, segmentBytes: 2_000 }
  const open = await plantRecording(a, { ...small, downloadable: true })
  const exclusive = await plantRecording(a, { ...small, exclusiveTierId: tier.id })
  const hidden = [
    exclusive,
    await plantRecording(a, { ...small, publication: 'draft' }),
    await plantRecording(a, { ...small, publication: 'taken_down' }),
    await plantRecording(a, { ...small, publication: 'unlisted' }),
    await plantRecording(a, { ...small, publication: 'scheduled', publishedAt: new Date(Date.now() + 86_400_000) }),
  ]
  const foreign = await plantRecording(b, small)
  const now = new Date()
  const ticketOf = (site: Site, of: { mixId: string; recordingId: string }, accountId: string | null = null, at = now) =>
    issueTicket(site.tenantId, { mixId: of.mixId, recordingId: of.recordingId, accountId, linkHash: null }, at).ticket
  const { token } = await renewMyFeed(gone)
  const { episodes } = await requireMemberPodcast(visitor(a), { unverifiedToken: token })
  await endMembership(owner, { membershipId })
  return {
    good: ticketOf(a, open),
    /** Their signatures were good once, or are good elsewhere. */
    stale: ticketOf(a, open, null, new Date(now.getTime() - ticketMs - 1_000)),
    theirs: ticketOf(b, foreign),
    ended: ticketOf(a, exclusive, gone.actor.accountId),
    madeElsewhere: ticketOf(b, open),
    closed: hidden.map((mix) => ticketOf(a, mix)),
    hidden,
    open,
    feed: token,
    episodes: episodes.map(({ ticket }) => ticket),
  }
}

type Planted = Awaited<ReturnType<typeof plant>>

function attackAt(at: number, p: Planted, hostA: string, hostB: string): Attack {
  const round = Math.floor(at / 14)
  const rendition = pick(renditionNames, round)
  const path = (ticket: string, quality: string = rendition) => `/stream/${ticket}/${quality}/${pick(files, round)}`
  const at_ = (what: string, ask: string, host = hostA): Attack => ({ what, host, path: ask })
  const [body = '', signature = ''] = p.good.split('.')
  const [otherBody = '', otherSignature = ''] = p.theirs.split('.')
  const tries: (() => Attack)[] = [
    () => at_('a ticket with another letter', path(bent(p.good, round), 'aac128')),
    () => at_('a ticket of noise', path(`${randomBytes(150).toString('base64url')}.${randomBytes(32).toString('base64url')}`)),
    () => at_('a body under another signature', path(`${round % 2 ? body : otherBody}.${round % 2 ? otherSignature : signature}`)),
    () => at_('a ticket that ran out', path(p.stale, 'aac128')),
    () => at_('a ticket at another tenant', path(p.good, 'aac128'), hostB),
    () => at_('a ticket of another tenant', path(p.theirs, 'aac128')),
    () => at_('a ticket another tenant made for this mix', path(p.madeElsewhere, 'aac128'), round % 2 ? hostA : hostB),
    () => at_('a better quality than theirs', path(p.good, pick(['aac256', 'aac320', 'flac'], round))),
    () => at_('a ticket of a member who has gone', path(p.ended)),
    () => at_('a mix that is not theirs to hear', path(pick(p.closed, round))),
    () => at_('the file of such a mix', `/podcast/${pick(p.hidden, round).mixId}/audio.m4a`),
    () => at_('a feed of a member who has gone', `/feeds/${round % 2 ? p.feed : bent(p.feed, round)}.xml`, round % 3 ? hostA : hostB),
    () => at_('an episode of such a feed', `/feeds/episodes/${pick(p.episodes, round)}/audio.m4a`, round % 3 ? hostA : hostB),
    () => at_('a download without an account', `/downloads/${p.open.mixId}?format=${round % 2 ? 'mp3' : 'original'}`),
  ]
  return pick(tries, at)()
}

/** Ways to ask, none of which may change the answer. */
const manners: Record<string, string>[] = [
  {},
  { range: 'bytes=0-99' },
  { range: 'bytes=-10' },
  { 'if-none-match': '*' },
  { 'x-forwarded-host': 'a' },
]

/** Forged, expired and foreign requests for audio at the running site: none may yield a byte, while honest ones do. */
export async function probeStreaming(port: number, a: Site, b: Site, most: number, say: (line: string) => void): Promise<Tally> {
  const tally: Tally = { tried: 0, failed: 0 }
  const fail = (what: string): void => {
    tally.failed += 1
    if (tally.failed <= 5) say(`  FAILED: ${what}`)
  }
  const p = await plant(a, b)
  const [hostA, hostB] = [a, b].map(({ slug }) => `${slug}.localhost:${port}`) as [string, string]
  const honest = async (): Promise<void> => {
    const answer = await ask(port, `/stream/${p.good}/aac128/0.m4s`, { host: hostA })
    if (answer?.status !== 200 || answer.body.length === 0) fail(`an honest request was answered ${answer?.status}`)
  }
  await honest()
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < most) {
      const at = next
      next += 1
      const { what, host, path } = attackAt(at, p, hostA, hostB)
      const method = at % 11 === 10 ? 'HEAD' : 'GET'
      tally.tried += 1
      try {
        const answer = await ask(port, path, { host, method, headers: pick(manners, Math.floor(at / 7)) })
        if (!answer) continue
        const isAudio = String(answer.headers['content-type'] ?? '').startsWith('audio/')
        const bytes = path.startsWith('/stream/') ? answer.body.length : 0
        if (answer.status < 300 || answer.status === 304 || isAudio || bytes > 0)
          fail(`${what}: ${path.slice(0, 80)} answered ${answer.status}`)
        else if (answer.status >= 500 && answer.status !== 503) fail(`${what}: ${answer.status}`)
      } catch (error) {
        fail(`${what}: ${String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  await honest()
  return tally
}
