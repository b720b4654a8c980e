import { limits } from '@residency/config'
import { mostXmlBytes } from '@residency/domain/tracklists'
import { isTrackingKey, type SharingRules } from '@residency/edge/pages'
import type { SiteOptions } from '@residency/edge/server'

/** Pages that are the same for everybody. A closed list: what is not named here is made for the one who asks. */
const sharedPath =
  /^\/(?:|(?:mixes|events)(?:\/[^/]+)?|(?:pages|legal|embed)\/[^/]+|about|fan-club|links|manifest\.webmanifest|sitemap\.xml|robots\.txt|feed\.xml|podcast\.xml)$/

const sharing: SharingRules = {
  isShared: (path) => sharedPath.test(path),
  // A search (`q`) is asked in too many ways to be worth keeping. `_routes` names what a client navigation still lacks.
  queryKeys: new Set(['genre', 'mood', 'year', 'sort', 'page', '_routes']),
  // A moment to begin at (`t`) is read by the browser: the page is the same.
  isIgnored: (key) => key === 't' || isTrackingKey(key),
}

const area = (path: string): string => path.split('/')[1] ?? ''
const files = new Set(['media', 'og', 'icons', '__manifest'])
const openWhileSuspended = new Set([
  'studio',
  // The crew gets in, out, and back in.
  'sign-in',
  'sign-out',
  'forgot-password',
  'reset-password',
  'check-mail',
  'account',
  'preferences',
  'api',
  'webhooks',
  'robots.txt',
  'manifest.webmanifest',
  ...files,
])

/** What the server has to know of this app's paths. */
export const siteRules: Pick<
  SiteOptions,
  | 'sharing'
  | 'areasWithoutLanguage'
  | 'isProvedOtherwise'
  | 'mostBodyBytes'
  | 'isOpenWhileSuspended'
  | 'isFile'
  | 'mayUpload'
  | 'mayBeFramed'
  | 'moved'
> = {
  sharing,
  areasWithoutLanguage: new Set([
    'studio',
    'api',
    'preferences',
    'webhooks',
    'listen',
    'listening',
    'plays',
    'downloads',
    'oembed',
    'feeds',
    'podcast',
  ]),
  isProvedOtherwise: (path) => path.startsWith('/webhooks/'),
  mostBodyBytes: (path) =>
    limits.requestBodyBytes +
    // Collections of DJ software are large XML.
    (path.startsWith('/studio/media') ? limits.uploadImageBytes : /^\/studio\/mixes\/[^/]+\/tracks$/.test(path) ? mostXmlBytes : 0),
  isOpenWhileSuspended: (path) => openWhileSuspended.has(area(path)),
  isFile: (path) => files.has(area(path)),
  mayUpload: (path) => area(path) === 'studio',
  mayBeFramed: (path) => area(path) === 'embed',
  // Asked for by browsers that did not read the page.
  moved: new Map([
    ['/favicon.ico', '/icons/icon-32.png'],
    ['/apple-touch-icon.png', '/icons/apple-touch-icon.png'],
    ['/apple-touch-icon-precomposed.png', '/icons/apple-touch-icon.png'],
  ]),
}
