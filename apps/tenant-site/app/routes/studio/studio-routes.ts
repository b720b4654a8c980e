import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** The crew's side, under /studio: in the language of the account, without one in the path. */
export const studioRoutes: RouteConfigEntry[] = [
  route('studio', 'routes/studio/layout.tsx', { id: 'studio' }, [
    index('routes/studio/overview.tsx', { id: 'studio.overview' }),
    route('brand', 'routes/studio/brand/brand.tsx', { id: 'studio.brand' }),
    route('brand/revisions', 'routes/studio/brand/revisions.tsx', { id: 'studio.brand.revisions' }),
    route('pages', 'routes/studio/pages/pages.tsx', { id: 'studio.pages' }),
    route('pages/:pageId', 'routes/studio/pages/page.tsx', { id: 'studio.page' }),
    route('pages/:pageId/revisions', 'routes/studio/pages/revisions.tsx', { id: 'studio.page.revisions' }),
    route('mixes', 'routes/studio/mixes/mixes.tsx', { id: 'studio.mixes' }),
    route('mixes/:mixId', 'routes/studio/mixes/mix-layout.tsx', { id: 'studio.mix' }, [
      index('routes/studio/mixes/mix.tsx', { id: 'studio.mix.about' }),
      route('audio', 'routes/studio/mixes/audio.tsx', { id: 'studio.mix.audio' }),
      route('publication', 'routes/studio/mixes/publication.tsx', { id: 'studio.mix.publication' }),
    ]),
    route('insight', 'routes/studio/insight/insight.tsx', { id: 'studio.insight' }),
    route('insight/mixes/:mixId', 'routes/studio/insight/mix-insight.tsx', { id: 'studio.insight.mix' }),
    route('events', 'routes/studio/events/events.tsx', { id: 'studio.events' }),
    route('events/new', 'routes/studio/events/new-event.tsx', { id: 'studio.event.new' }),
    route('events/:eventId', 'routes/studio/events/event.tsx', { id: 'studio.event' }),
    route('links', 'routes/studio/links/links.tsx', { id: 'studio.links' }),
    route('links/:linkId', 'routes/studio/links/link.tsx', { id: 'studio.link' }),
    route('fan-club', 'routes/studio/fan-club/fan-club.tsx', { id: 'studio.fan-club' }),
    route('fan-club/new', 'routes/studio/fan-club/new-tier.tsx', { id: 'studio.tier.new' }),
    route('fan-club/:id', 'routes/studio/fan-club/tier.tsx', { id: 'studio.tier' }),
    route('media', 'routes/studio/media/media.tsx', { id: 'studio.media' }),
    route('media/:mediaItemId', 'routes/studio/media/item.tsx', { id: 'studio.media.item' }),
    route('addresses', 'routes/studio/addresses.tsx', { id: 'studio.addresses' }),
    route('crew', 'routes/studio/crew.tsx', { id: 'studio.crew' }),
    route('settings', 'routes/studio/settings.tsx', { id: 'studio.settings' }),
    route('audit', 'routes/studio/audit.tsx', { id: 'studio.audit' }),
    route('*', 'routes/studio/not-found.tsx', { id: 'studio.not-found' }),
  ]),
  // Files, no pages.
  route('studio/insight/plays.csv', 'routes/studio/insight/plays-csv.ts', { id: 'studio.insight.plays-csv' }),
  route('studio/insight/seconds.csv', 'routes/studio/insight/seconds-csv.ts', { id: 'studio.insight.seconds-csv' }),
  // JSON for the uploader's script: no pages.
  route('studio/uploads', 'routes/studio/uploads/uploads.ts', { id: 'studio.uploads' }),
  route('studio/uploads/events', 'routes/studio/uploads/events.ts', { id: 'studio.uploads.events' }),
  route('studio/uploads/progress', 'routes/studio/uploads/progress.ts', { id: 'studio.uploads.progress' }),
  route('studio/uploads/:uploadId', 'routes/studio/uploads/upload.ts', { id: 'studio.upload' }),
  route('studio/uploads/:uploadId/parts', 'routes/studio/uploads/parts.ts', { id: 'studio.upload.parts' }),
  route('studio/uploads/:uploadId/completion', 'routes/studio/uploads/completion.ts', { id: 'studio.upload.completion' }),
  route('studio/media/uploads', 'routes/studio/media/upload.ts', { id: 'studio.media.upload' }),
  // A document of its own: the site as the draft would make it, for the editor's frame.
  route('studio-preview', 'routes/studio/brand/preview.tsx', { id: 'studio.preview' }),
]
