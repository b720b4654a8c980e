import { expect, it } from 'vitest'
import { fetchKind } from './fetch-kind.ts'

it.each([
  'AppleCoreMedia/1.0.0.20G75 (iPhone; U; CPU OS 16_6 like Mac OS X; en_us)',
  'Podcasts/1650.24 CFNetwork/1333.0.4 Darwin/21.5.0',
  'Overcast/3.0 (+http://overcast.fm/; iOS podcast app)',
  'Pocket Casts',
  'AntennaPod/3.4.0',
  'Spotify/8.8.0 iOS/16',
  'stagefright/1.2 (Linux;Android 9)',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
])('%s fetches for a listener', (userAgent) => expect(fetchKind(userAgent)).toBe('feed'))

it.each([
  null,
  '',
  'curl/8.5.0',
  'python-requests/2.31',
  'iTMS',
  'PocketCasts/1.0 (Pocket Casts Feed Parser; +http://pocketcasts.com/)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'facebookexternalhit/1.1',
  'SomethingNobodyKnows/1.0',
])('%s is a machine', (userAgent) => expect(fetchKind(userAgent)).toBe('bot'))
