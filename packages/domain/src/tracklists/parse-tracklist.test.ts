import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../errors/index.ts'
import { formatChapters, parseChapters } from './formats/chapters.ts'
import { formatCue, parseCue } from './formats/cue.ts'
import { formatText } from './formats/text.ts'
import { mostXmlBytes, parsePasted, parseTracklist } from './parse-tracklist.ts'
import { draftsFrom, type TrackDraft } from './track-draft.ts'

const durationMs = 3_600_000
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (filename: string, text: string) => parseTracklist({ filename, bytes: bytesOf(text), durationMs })
const brief = (tracks: readonly TrackDraft[]) => tracks.map(({ startMs, artist, title, label }) => [startMs, artist, title, label])
const refusal = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error instanceof AppError ? error.messageKey : error
  }
}

describe('pasted lines', () => {
  it.each([
    ['[00:00] Artist - Title (Label)', [0, 'Artist', 'Title', 'Label']],
    ['1. Artist – Title 00:03:10', [190_000, 'Artist', 'Title', null]],
    ['01) 1:02:03 Some One — Track (Extended Mix) [Label Name]', [3_723_000, 'Some One', 'Track (Extended Mix)', 'Label Name']],
    ['62:03 A - B', [3_723_000, 'A', 'B', null]],
    ['#3. [0:05:00] w/ A - B', [300_000, 'A', 'B', null]],
    ['A - B (Remix) (12:30)', [750_000, 'A', 'B (Remix)', null]],
    ['04 - A-ha - Take On Me 0:10', [10_000, 'A-ha', 'Take On Me', null]],
    ['0:00:01.250 | A\tB', [1_250, 'A', 'B', null]],
  ])('%s', (line, expected) => expect(brief(parsePasted({ text: line, durationMs }).tracks)).toEqual([expected]))

  it('leave out headings where tracks have times, and know the unknown', () => {
    const { tracks, isGuessed } = parsePasted({ text: 'Tracklist:\r\n\r\n0:00 A - B\n5:00 ID - ID\n9:00 ???', durationMs })
    expect(isGuessed).toBe(false)
    expect(tracks.map(({ startMs, isUnknown, title }) => [startMs, isUnknown, title])).toEqual([
      [0, false, 'B'],
      [300_000, true, ''],
      [540_000, true, ''],
    ])
  })

  it('without times are spread over the mix, and said to be a guess', () => {
    const { tracks, isGuessed } = parsePasted({ text: 'My set\n1. A - B\n2. C - D', durationMs })
    expect([isGuessed, tracks.map(({ startMs }) => startMs)]).toEqual([true, [0, 1_800_000]])
  })
})

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => /^[^\p{Cc}"\s]+( [^\p{Cc}"\s]+)*$/u.test(text))
const plain = fc.stringMatching(/^[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8}){0,2}$/).filter((text) => !/^(Unknown|Untitled|Id)$/.test(text))
const listOf = (name: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(
      fc.record({
        startMs: fc.nat({ max: 40_000_000 }),
        title: name,
        artist: name,
        label: fc.option(name),
        isUnknown: fc.boolean(),
      }),
      { selector: ({ startMs }) => startMs, minLength: 1, maxLength: 40 },
    )
    .map((tracks) => draftsFrom(tracks) ?? [])

describe('what is exported comes back as it was', () => {
  it('as a cue sheet, to the millisecond', () => {
    fc.assert(
      fc.property(listOf(word), (tracks) => {
        expect(draftsFrom(parseCue(formatCue({ title: 'Mix', artist: 'DJ', filename: 'mix.wav' }, tracks)) ?? [])).toEqual(tracks)
      }),
    )
  })
  it('as text', () => {
    fc.assert(
      fc.property(listOf(plain), (tracks) => {
        const back = parsePasted({ text: formatText(tracks), durationMs }).tracks
        expect(back).toEqual(tracks)
      }),
    )
  })
  it('as chapters, but for labels', () => {
    fc.assert(
      fc.property(listOf(plain), (tracks) => {
        const file = formatChapters({ title: 'Mix', artist: 'DJ' }, tracks, { unknown: 'ID - ID' })
        const without = tracks.map((track) => ({ ...track, label: null }))
        expect(draftsFrom(parseChapters(JSON.stringify(file)) ?? [])).toEqual(without)
      }),
    )
  })
})

it('a cue sheet of another program is read to the frame', () => {
  const cue =
    'PERFORMER "DJ"\nTITLE "Set"\nFILE "set.mp3" MP3\n  TRACK 01 AUDIO\n    TITLE "One"\n    PERFORMER "A"\n    INDEX 01 00:00:00\n  TRACK 02 AUDIO\n    TITLE Two\n    INDEX 00 04:59:00\n    INDEX 01 05:00:37\n'
  expect(brief(read('set.cue', cue).tracks)).toEqual([
    [0, 'A', 'One', null],
    [300_493, '', 'Two', null],
  ])
})

const rekordbox = (playlist: string) => `<?xml version="1.0" encoding="UTF-8"?>
<DJ_PLAYLISTS Version="1.0.0"><COLLECTION Entries="2">
<TRACK TrackID="1" Name="One &amp; Only" Artist="A" Label="L" TotalTime="300"><POSITION_MARK Name="" Type="0" Start="10" Num="-1"/><POSITION_MARK Name="" Type="0" Start="190" Num="-1"/></TRACK>
<TRACK TrackID="2" Name="Two" Artist="B" TotalTime="180"/>
</COLLECTION><PLAYLISTS><NODE Type="0" Name="ROOT">${playlist}</NODE></PLAYLISTS></DJ_PLAYLISTS>`

describe('rekordbox', () => {
  it('gives a history’s tracks in order, laid out by how long they are', () => {
    const history =
      '<NODE Name="Warm-up" Type="1"><TRACK Key="1"/></NODE><NODE Name="HISTORY" Type="0"><NODE Name="HISTORY 2026" Type="1"><TRACK Key="2"/><TRACK Key="1"/></NODE></NODE>'
    const { tracks, isGuessed } = read('set.xml', rekordbox(history))
    expect(isGuessed).toBe(true)
    expect(brief(tracks)).toEqual([
      [0, 'B', 'Two', null],
      [1_800_000, 'A', 'One & Only', 'L'],
    ])
  })
  it('gives the named cues of a recorded set with their times', () => {
    const set = `<DJ_PLAYLISTS><COLLECTION><TRACK TrackID="9" Name="My set" TotalTime="3600"><POSITION_MARK Name="A - B" Type="0" Start="0.5"/><POSITION_MARK Name="C - D" Type="0" Start="61.25"/></TRACK></COLLECTION></DJ_PLAYLISTS>`
    expect(brief(read('set.xml', set).tracks)).toEqual([
      [500, 'A', 'B', null],
      [61_250, 'C', 'D', null],
    ])
  })
})

it('Traktor’s history goes by the clock, over midnight too', () => {
  const day = (date: number) => (2026 << 16) | (11 << 8) | date
  const played = (key: string, date: number, time: number) =>
    `<ENTRY><PRIMARYKEY TYPE="TRACK" KEY="${key}"/><EXTENDEDDATA DECK="0" STARTDATE="${day(date)}" STARTTIME="${time}" EXTENDEDTYPE="HistoryData"/></ENTRY>`
  const nml = `<?xml version="1.0"?><NML VERSION="19"><COLLECTION ENTRIES="1"><ENTRY TITLE="One" ARTIST="A"><LOCATION DIR="/:Music/:" FILE="one.mp3" VOLUME="C:"/><INFO LABEL="L" PLAYTIME_FLOAT="300.5"/></ENTRY></COLLECTION><PLAYLISTS><NODE TYPE="PLAYLIST" NAME="HISTORY"><PLAYLIST ENTRIES="2">${played('C:/:Music/:one.mp3', 20, 86_340)}${played('C:/:Music/:B - Two.mp3', 21, 120)}</PLAYLIST></NODE></PLAYLISTS></NML>`
  expect(brief(read('history.nml', nml).tracks)).toEqual([
    [0, 'A', 'One', 'L'],
    [180_000, 'B', 'Two', null],
  ])
})

it('Serato’s history leaves the session’s own line out, with either clock', () => {
  const csv =
    'name,artist,start time,end time,playtime,deck,notes\n"11/20/2026","","11/20/2026, 11:50:00 PM","","","",""\n"One, Two","A","11:55:00 PM","","","1",""\nThree,"B ""X""",12:05:30 AM,,,2,\n'
  expect(brief(read('history.csv', csv).tracks)).toEqual([
    [0, 'A', 'One, Two', null],
    [630_000, 'B "X"', 'Three', null],
  ])
})

it('texts are read in whatever encoding they come', () => {
  const line = '0:00 Björk – Jóga'
  const utf16 = new Uint8Array(Buffer.from(line, 'utf16le'))
  const marked = new Uint8Array([0xff, 0xfe, ...utf16])
  const latin = new Uint8Array(Buffer.from(line.replace('–', '-'), 'latin1'))
  for (const bytes of [bytesOf(line), bytesOf(`\ufeff${line}`), utf16, marked, latin])
    expect(brief(parseTracklist({ filename: 'x.txt', bytes, durationMs }).tracks)).toEqual([[0, 'Björk', 'Jóga', null]])
})

describe('what is no tracklist is refused in words', () => {
  it.each([
    ['x.xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><DJ_PLAYLISTS>&e;</DJ_PLAYLISTS>', 'tracklist.entities'],
    ['x.xml', '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><NML/>', 'tracklist.entities'],
    ['x.xml', '<DJ_PLAYLISTS><COLLECTION>', 'tracklist.notXml'],
    ['x.xml', '<DJ_PLAYLISTS>&nope;</DJ_PLAYLISTS>', 'tracklist.notXml'],
    ['x.xml', '<html/>', 'tracklist.unknownFormat'],
    ['x.nml', 'not xml at all', 'tracklist.notXml'],
    ['x.xml', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`, 'tracklist.absurd'],
    ['x.cue', 'nothing of a cue', 'tracklist.unknownFormat'],
    ['x.csv', 'a,b\n1,2\n', 'tracklist.unknownFormat'],
    ['x.csv', 'name,start time\n"open,1', 'tracklist.unreadable'],
    ['x.json', '{"version":"1.2.0","chapters":"x"}', 'tracklist.unknownFormat'],
    ['x.txt', 'a\0b', 'tracklist.unreadable'],
    ['x.exe', 'MZ', 'tracklist.unknownFormat'],
    ['x.txt', Array.from({ length: 501 }, (_, at) => `${at}:00 A - B`).join('\n'), 'tracklist.tooMany'],
  ])('%s, case %#', (filename, text, expected) => expect(refusal(() => read(filename, text))).toBe(expected))

  it('a file that is too large, before it is read', () =>
    expect(refusal(() => parseTracklist({ filename: 'x.xml', bytes: new Uint8Array(mostXmlBytes + 1), durationMs }))).toBe(
      'tracklist.tooLarge',
    ))

  it('whatever bytes come, there is an answer', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('x.txt', 'x.cue', 'x.csv', 'x.xml', 'x.json', 'x'),
        (bytes, filename) => {
          const answer = refusal(() => parseTracklist({ filename, bytes, durationMs }))
          expect(typeof answer === 'string' || Array.isArray((answer as { tracks: unknown }).tracks)).toBe(true)
        },
      ),
    )
  })
})
