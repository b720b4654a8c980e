import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireEpisodeTracks } from '@residency/domain/feeds'
import { openResource } from '@residency/edge/routes'
import { episodeAsk } from './episode-ask.ts'

/** An episode's chapters (Podcasting 2.0, JSON Chapters 1.2.0): the tracks of the mix. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone', params: episodeAsk }, async ({ ctx, params }) => {
    const tracks = await requireEpisodeTracks(ctx, params)
    const chapters = tracks.map(({ startMs, artist, title }) => ({
      startTime: startMs / 1_000,
      title: [artist, title].filter(Boolean).join(' – ') || '?',
    }))
    return new Response(JSON.stringify({ version: '1.2.0', chapters }), {
      headers: { 'Content-Type': 'application/json+chapters', 'Cache-Control': 'private, no-cache', 'Access-Control-Allow-Origin': '*' },
    })
  })
