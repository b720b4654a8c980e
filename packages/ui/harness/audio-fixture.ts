import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PlayReport } from '../src/player/api/player-api.ts'
import type { PlayableView } from '../src/site/views.ts'

/** Made once a machine, of two chords and a beat: nothing of it is committed. */
const folder = process.env.AUDIO_FIXTURE ?? '/tmp/player-fixture'
const seconds = 90
const renditions = [
  { name: 'aac128', codec: ['-c:a', 'aac', '-b:a', '128k'], bandwidth: 132_000, codecs: 'mp4a.40.2' },
  { name: 'aac256', codec: ['-c:a', 'aac', '-b:a', '256k'], bandwidth: 262_000, codecs: 'mp4a.40.2' },
  { name: 'flac', codec: ['-c:a', 'flac', '-strict', '-2'], bandwidth: 900_000, codecs: 'fLaC' },
] as const
type Name = (typeof renditions)[number]['name']

function encode(): void {
  for (const { name, codec } of renditions) {
    const to = `${folder}/${name}`
    if (existsSync(`${to}/index.m3u8`)) continue
    mkdirSync(to, { recursive: true })
    const sound = `aevalsrc='0.25*sin(2*PI*220*t)*(0.4+0.6*mod(t\\,2)/2)+0.2*sin(2*PI*(55+10*floor(t/15))*t)|0.25*sin(2*PI*277*t)*(0.4+0.6*mod(t\\,1))':s=44100:d=${seconds}`
    const hls = [
      '-f',
      'hls',
      '-hls_time',
      '4',
      '-hls_playlist_type',
      'vod',
      '-hls_segment_type',
      'fmp4',
      '-hls_fmp4_init_filename',
      'init.mp4',
    ]
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-f',
      'lavfi',
      '-i',
      sound,
      ...codec,
      ...hls,
      '-hls_segment_filename',
      `${to}/%d.m4s`,
      `${to}/index.m3u8`,
    ])
  }
}

export interface AudioFixture {
  /** Answers `/listen`, `/stream`, `/plays` and `/listening`. False: not its address. */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean
  plays: Map<string, PlayReport>
  /** Mixes whose next tickets are refused, or that are locked. */
  behave: { refuse: boolean; locked: boolean; down: boolean; qualities: Name[] }
  tickets: Set<string>
}

const peaks = Buffer.from(
  Uint8Array.from({ length: 900 }, (_, index) => 90 + 100 * Math.abs(Math.sin(index / 47)) + 60 * Math.random()),
).toString('base64')

/** What the player needs of a server, over real HTTP with real audio. `facts` tells what a mix is called. */
export function audioFixture(
  facts: (mixId: string) => Pick<PlayableView, 'title' | 'href' | 'artist' | 'artwork' | 'tracks'>,
): AudioFixture {
  encode()
  const plays = new Map<string, PlayReport>()
  const tickets = new Set<string>()
  const behave: AudioFixture['behave'] = { refuse: false, locked: false, down: false, qualities: ['aac128', 'aac256', 'flac'] }
  let issued = 0

  const playable = (mixId: string): PlayableView => {
    issued += 1
    const ticket = `${'t'.repeat(40)}${issued}`
    tickets.add(ticket)
    const open = !behave.locked
    return {
      id: mixId,
      ...facts(mixId),
      durationMs: seconds * 1000,
      recordingId: 'r1',
      peaks: open ? peaks : null,
      loudness: { lufs: -8, peakDb: -0.2 },
      bpm: 124,
      key: 'A minor',
      stream: open
        ? {
            master: `/stream/${ticket}/master.m3u8`,
            peaks: `/stream/${ticket}/peaks.bin`,
            qualities: behave.qualities,
            expiresAt: '2099-01-01T00:00:00Z',
          }
        : null,
      locked: open ? null : { reason: 'exclusive', tierName: 'Inner Circle', opensAt: null },
      resumeMs: null,
      liked: null,
      canComment: false,
      download: null,
      historyOn: false,
    }
  }
  const json = (response: ServerResponse, value: unknown, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(value))
  }
  const master = (): string =>
    [
      '#EXTM3U',
      '#EXT-X-VERSION:7',
      ...renditions
        .filter(({ name }) => behave.qualities.includes(name))
        .flatMap(({ name, bandwidth, codecs }) => [
          `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},CODECS="${codecs}",NAME="${name}"`,
          `${name}/index.m3u8`,
        ]),
      '',
    ].join('\n')

  function stream(path: string, response: ServerResponse): void {
    const [, ticket = '', rest = ''] = /^\/stream\/([^/]+)\/(.+)$/.exec(path) ?? []
    if (!tickets.has(ticket) || behave.refuse) {
      response.writeHead(403).end()
      return
    }
    if (rest === 'master.m3u8') {
      response.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl', 'cache-control': 'no-store' }).end(master())
      return
    }
    const file = `${folder}/${rest}`
    if (rest.includes('..') || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const type = rest.endsWith('.m3u8') ? 'application/vnd.apple.mpegurl' : 'audio/mp4'
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(readFileSync(file))
  }

  function takePlays(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as { plays: PlayReport[] }
      const acknowledged = body.plays.flatMap((play) => {
        const known = plays.get(play.playId) ?? { ...play, beats: [] }
        for (const beat of play.beats) if (!known.beats.some(({ seq }) => seq === beat.seq)) known.beats.push(beat)
        plays.set(play.playId, known)
        return play.beats.map(({ seq }) => ({ playId: play.playId, seq }))
      })
      json(response, { acknowledged }, 202)
    })
  }

  return {
    plays,
    behave,
    tickets,
    answer: (request, response) => {
      const path = new URL(request.url ?? '/', 'http://fixture').pathname
      const mine = /^\/(listen|stream|plays|listening)(\/|$)/.test(path)
      if (!mine) return false
      if (behave.down) request.destroy()
      else if (path.startsWith('/stream/')) stream(path, response)
      else if (path === '/plays') takePlays(request, response)
      else if (path.startsWith('/listen/')) json(response, playable(path.split('/')[2] ?? ''))
      else json(response, { error: 'unauthenticated' }, 401)
      return true
    },
  }
}
