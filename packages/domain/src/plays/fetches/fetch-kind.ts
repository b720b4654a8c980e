import { isbot } from 'isbot'

/** Apps that people hear podcasts in, by how they name themselves; the list of bots takes most of them for some. */
const apps =
  /AppleCoreMedia|Podcasts\/|AirPodcasts|Overcast|Pocket ?Casts|AntennaPod|Podcast ?Addict|PodcastRepublic|Castro|CastBox|Castamatic|Podverse|gPodder|Podbean|Player ?FM|Downcast|iCatcher|RSSRadio|Fountain|Spotify|AmazonMusic|Deezer|TuneIn|Sonos|AlexaMediaPlayer|CrKey|stagefright|ExoPlayer|Dalvik|VLC|mpv|Snipd|BeyondPod|DoggCatcher|TrueFans|Podurama|iHeartRadio|Goodpods/i

/** Services that fetch for many: what they have is not yet with anybody. */
const services = /iTMS|Feed ?Parser|Feed ?Fetcher|crawler|spider|\bbot\b/i

/** Whose fetching stands for somebody who wants to listen: a podcast app, or a browser. Everything else is a machine of its own. */
export function fetchKind(userAgent: string | null): 'feed' | 'bot' {
  if (!userAgent || services.test(userAgent)) return 'bot'
  if (apps.test(userAgent)) return 'feed'
  return userAgent.startsWith('Mozilla/') && !isbot(userAgent) ? 'feed' : 'bot'
}
