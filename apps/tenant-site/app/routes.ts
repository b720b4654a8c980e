import { index, layout, type RouteConfig, type RouteConfigEntry, route } from '@remix-run/route-config'
import { accountRoutes } from './routes/account/account-routes.ts'
import { studioRoutes } from './routes/studio/studio-routes.ts'

/** The site's own pages, once a language: the tenant's own at the root, each of the four under its prefix (docs/decisions). */
const sitePages = (id: string): RouteConfigEntry[] => [
  index('routes/site/home.tsx', { id: `${id}.home` }),
  route('mixes', 'routes/site/mixes.tsx', { id: `${id}.mixes` }),
  route('mixes/:slug', 'routes/site/mix.tsx', { id: `${id}.mix` }),
  route('mixes/:slug/comments', 'routes/site/community/comments.tsx', { id: `${id}.mix.comments` }),
  route('mixes/:slug/tracks/:position', 'routes/site/track-suggestion.tsx', { id: `${id}.mix.track` }),
  route('mixes/:slug/report', 'routes/site/rights/report.tsx', { id: `${id}.mix.report` }),
  route('claims/:token', 'routes/site/rights/claim.tsx', { id: `${id}.claim` }),
  route('about', 'routes/site/about.tsx', { id: `${id}.about` }),
  route('events', 'routes/site/events.tsx', { id: `${id}.events` }),
  route('events/:slug', 'routes/site/event.tsx', { id: `${id}.event` }),
  route('embed/:mixId', 'routes/site/embed/embed.ts', { id: `${id}.embed` }),
  route('fan-club', 'routes/site/fan-club/fan-club.tsx', { id: `${id}.fan-club` }),
  route('links', 'routes/site/links.tsx', { id: `${id}.links` }),
  route('pages/:slug', 'routes/site/page.tsx', { id: `${id}.page` }),
  route('legal/:slug', 'routes/site/legal.tsx', { id: `${id}.legal` }),
  route('preview/mixes/:mixId', 'routes/studio/mixes/preview.tsx', { id: `${id}.preview.mix` }),
  route('preview/:token', 'routes/site/preview.tsx', { id: `${id}.preview` }),
  ...accountRoutes(id),
  route('*', 'routes/site/not-found.tsx', { id: `${id}.not-found` }),
]

const prefixes = ['en', 'es', 'pt', 'fr']

export default [
  layout('routes/site/layout.tsx', { id: 'root.site' }, sitePages('root')),
  ...prefixes.map((locale) => route(locale, 'routes/site/layout.tsx', { id: `${locale}.site` }, sitePages(locale))),
  ...studioRoutes,
  layout('routes/site/layout.tsx', { id: 'downloads.site' }, [route('downloads/:mixId', 'routes/site/download.tsx')]),
  route('listen/:mixId', 'routes/resources/listen.ts'),
  route('listen/:mixId/master.m3u8', 'routes/resources/listen-master.ts'),
  route('listening/events', 'routes/resources/listening/events.ts'),
  route('listening/state', 'routes/resources/listening/state.ts'),
  route('listening/positions/:mixId', 'routes/resources/listening/position.ts'),
  route('listening/sound-presets', 'routes/resources/listening/sound-presets.ts'),
  route('listening/sound-presets/:id', 'routes/resources/listening/sound-preset.ts'),
  route('preferences/mode', 'routes/resources/mode.ts'),
  route('preferences/language', 'routes/resources/language.ts'),
  route('preferences/consent', 'routes/resources/consent.ts'),
  route('media/:id', 'routes/resources/media.ts'),
  route('og/:kind/:slug', 'routes/resources/og.ts'),
  route('icons/:name', 'routes/resources/icons.ts'),
  route('manifest.webmanifest', 'routes/resources/manifest.ts'),
  route('sitemap.xml', 'routes/resources/sitemap.ts'),
  route('robots.txt', 'routes/resources/robots.ts'),
  route('oembed', 'routes/resources/oembed.ts'),
  route('feed.xml', 'routes/resources/feed.ts'),
  route('podcast.xml', 'routes/resources/podcast/podcast.ts'),
  route('podcast/:mixId/audio.m4a', 'routes/resources/podcast/episode-audio.ts', { id: 'podcast.audio' }),
  route('podcast/:mixId/chapters.json', 'routes/resources/podcast/episode-chapters.ts', { id: 'podcast.chapters' }),
  route('feeds/:file', 'routes/resources/podcast/member-podcast.ts'),
  route('feeds/episodes/:ticket/audio.m4a', 'routes/resources/podcast/episode-audio.ts', { id: 'feeds.audio' }),
  route('feeds/episodes/:ticket/chapters.json', 'routes/resources/podcast/episode-chapters.ts', { id: 'feeds.chapters' }),
  route('api/v1/mixes', 'routes/resources/api-mixes.ts'),
  route('api/v1/mixes/:slug', 'routes/resources/api-mix.ts'),
  route('webhooks/resend', 'routes/resources/resend-webhook.ts'),
] satisfies RouteConfig
