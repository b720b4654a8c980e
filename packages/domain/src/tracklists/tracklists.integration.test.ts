import { withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext } from '../context/index.ts'
import { AppError } from '../errors/index.ts'
import { plantRecording } from '../testing/plant-recording.ts'
import { testAccount } from '../testing/test-context.ts'
import { listTimedTexts, saveTimedText } from '../timed-texts/index.ts'
import {
  decideSuggestion,
  exportTracklist,
  getTracklist,
  readTracklist,
  saveTracklist,
  saveTracklistSchema,
  suggestTrack,
} from './index.ts'

let database: TestDatabase
let ref: Awaited<ReturnType<TestDatabase['createTenant']>>
let dj: AccountContext
let fan: AccountContext

beforeAll(async () => {
  database = await createTestDatabase()
  ref = await database.createTenant()
  dj = await testAccount(ref, 'editor', 'Danny')
  fan = await testAccount(ref, 'fan', 'Fay')
})
afterAll(() => database.drop())

const refusal = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof AppError ? [error.code, error.messageKey] : [String(error)]),
  )
/** A minute long, published. */
const planted = async () => (await plantRecording(ref, { renditions: ['aac128'], segments: 10, segmentBytes: 10 })).mixId
const save = async (mixId: string, tracks: object[]) => {
  const { version } = await getTracklist(dj, { mixId })
  return saveTracklist(dj, saveTracklistSchema.parse({ mixId, expectedVersion: version, tracks }))
}
const named = { title: 'One', artist: 'A', label: 'L' }

describe('a tracklist', () => {
  it('is written whole, in order of time, and a track with its id stays itself', async () => {
    const mixId = await planted()
    await save(mixId, [
      { ...named, startMs: 20_000 },
      { startMs: 0, isUnknown: true, title: 'x' },
    ])
    const first = await getTracklist(dj, { mixId })
    expect(first.tracks.map(({ startMs, title, isUnknown }) => [startMs, title, isUnknown])).toEqual([
      [0, '', true],
      [20_000, 'One', false],
    ])
    const [unknown, known] = first.tracks
    await save(mixId, [
      { ...known, startMs: 0 },
      { ...unknown, startMs: 30_000 },
      { ...named, title: 'New', startMs: 10_000 },
    ])
    const after = await getTracklist(dj, { mixId })
    expect(after.tracks.map(({ id }) => id)).toEqual([known?.id, expect.any(String), unknown?.id])
    expect(after.version).toBe(first.version + 1)
    const positions = await withTenant(ref, (db) => db.track.findMany({ where: { mixId }, orderBy: { position: 'asc' } }))
    expect(positions.map(({ position }) => position)).toEqual([1, 2, 3])
  })

  it('with an id of another mix takes nothing from there', async () => {
    const [mine, other] = [await planted(), await planted()]
    await save(other, [{ ...named, startMs: 0 }])
    const [track] = (await getTracklist(dj, { mixId: other })).tracks
    await save(mine, [{ ...named, title: 'Stolen', startMs: 0, id: track?.id }])
    expect((await getTracklist(dj, { mixId: other })).tracks).toEqual([track])
    expect((await getTracklist(dj, { mixId: mine })).tracks[0]?.id).not.toBe(track?.id)
  })

  it('is refused when a track begins after the end, or somebody saved since', async () => {
    const mixId = await planted()
    expect(await refusal(save(mixId, [{ ...named, startMs: 60_000 }]))).toEqual(['invalid', 'tracklist.afterEnd'])
    const input = saveTracklistSchema.parse({ mixId, expectedVersion: 1, tracks: [{ ...named, startMs: 0 }] })
    await saveTracklist(dj, input)
    expect((await refusal(saveTracklist(dj, input)))[0]).toBe('conflict')
  })

  it('goes out as a file and comes back the same', async () => {
    const mixId = await planted()
    await save(mixId, [
      { ...named, startMs: 0 },
      { startMs: 12_345, isUnknown: true },
      { ...named, title: 'Three', label: null, startMs: 40_000 },
    ])
    const { tracks } = await getTracklist(dj, { mixId })
    const plain = tracks.map(({ id: _id, ...track }) => track)
    for (const format of ['cue', 'txt'] as const) {
      const { filename, body } = await exportTracklist(dj, { mixId, format })
      const read = await readTracklist(dj, { mixId, file: { filename, bytes: new TextEncoder().encode(body) } })
      expect(read, format).toEqual({ tracks: plain, isGuessed: false })
    }
    const chapters = JSON.parse((await exportTracklist(dj, { mixId, format: 'json' })).body)
    expect(chapters).toMatchObject({ version: '1.2.0', chapters: [{ startTime: 0 }, { startTime: 12.345 }, { startTime: 40 }] })
  })
})

describe('what a fan says of an unknown track', () => {
  it('waits for the crew; accepted it names the track, and the others are declined', async () => {
    const mixId = await planted()
    await save(mixId, [{ startMs: 0, isUnknown: true }])
    const trackId = (await getTracklist(dj, { mixId })).tracks[0]?.id ?? ''
    const other = await testAccount(ref, 'fan', 'Olu')
    await suggestTrack(fan, { mixId, trackId, title: 'Wrong', artist: 'B' })
    await suggestTrack(fan, { mixId, trackId, title: 'Right', artist: 'A' })
    await suggestTrack(other, { mixId, trackId, title: 'Else', artist: 'C' })
    const { suggestions } = await getTracklist(dj, { mixId })
    expect(suggestions.map(({ title, by }) => [title, by])).toEqual([
      ['Right', 'Fay'],
      ['Else', 'Olu'],
    ])
    await decideSuggestion(dj, { suggestionId: suggestions[0]?.id ?? '', decision: 'accepted' })
    const after = await getTracklist(dj, { mixId })
    expect(after.tracks[0]).toMatchObject({ title: 'Right', artist: 'A', isUnknown: false })
    expect(after.suggestions).toEqual([])
    expect(await refusal(decideSuggestion(dj, { suggestionId: suggestions[1]?.id ?? '', decision: 'accepted' }))).toEqual([
      'conflict',
      'tracklist.decided',
    ])
    expect(await refusal(suggestTrack(fan, { mixId, trackId, title: 'x', artist: 'x' }))).toEqual(['not_found', 'not_found'])
  })

  it('is not asked of a mix that is not out, nor taken from nobody', async () => {
    const { mixId } = await plantRecording(ref, { publication: 'draft', renditions: ['aac128'], segments: 1, segmentBytes: 10 })
    await save(mixId, [{ startMs: 0, isUnknown: true }])
    const trackId = (await getTracklist(dj, { mixId })).tracks[0]?.id ?? ''
    expect(await refusal(suggestTrack(fan, { mixId, trackId, title: 'x', artist: 'x' }))).toEqual(['not_found', 'not_found'])
    expect(await refusal(suggestTrack({ ...fan, actor: { kind: 'anonymous' } }, { mixId, trackId, title: 'x', artist: 'x' }))).toEqual([
      'unauthenticated',
      'unauthenticated',
    ])
    expect(await refusal(decideSuggestion(fan, { suggestionId: trackId, decision: 'accepted' }))).toEqual(['forbidden', 'forbidden'])
  })
})

it('words with times are kept in their language, and who saw an older text is told', async () => {
  const mixId = await planted()
  const key = { mixId, kind: 'lyrics', locale: 'en' } as const
  await saveTimedText(dj, { ...key, lrc: '[00:02.50]Second\n[00:01]First', expectedAt: null })
  const [text] = await listTimedTexts(dj, { mixId })
  expect(text?.lrc).toBe('[00:01.00]First\n[00:02.50]Second')
  expect((await refusal(saveTimedText(dj, { ...key, lrc: '[00:01]x', expectedAt: null })))[0]).toBe('conflict')
  expect(await refusal(saveTimedText(dj, { ...key, lrc: 'no times', expectedAt: null }))).toEqual(['invalid', 'invalid'])
  expect(await refusal(saveTimedText(dj, { ...key, lrc: '[09:00]late', expectedAt: null }))).toEqual(['invalid', 'invalid'])
  await saveTimedText(dj, { ...key, lrc: ' ', expectedAt: text?.savedAt.toISOString() ?? null })
  expect(await listTimedTexts(dj, { mixId })).toEqual([])
})
