import { walk as access } from './access.ts'
import { walk as audit } from './audit.ts'
import { walk as brand } from './brand.ts'
import { walk as catalogue } from './catalogue.ts'
import { walk as community } from './community.ts'
import { walk as consent } from './consent.ts'
import { walk as crew } from './crew.ts'
import { walk as declarations } from './declarations.ts'
import { walk as downloads } from './downloads.ts'
import { walk as embeds } from './embeds.ts'
import { walk as events } from './events.ts'
import { walk as fanClub } from './fan-club.ts'
import { walk as feeds } from './feeds.ts'
import { walk as identity } from './identity.ts'
import { walk as links } from './links.ts'
import { walk as listening } from './listening.ts'
import { walk as mail } from './mail.ts'
import { walk as media } from './media.ts'
import { walk as outbox } from './outbox.ts'
import { walk as pages } from './pages.ts'
import { walk as plays } from './plays.ts'
import { walk as policy } from './policy.ts'
import { walk as recordings } from './recordings.ts'
import { walk as rights } from './rights.ts'
import { walk as secrets } from './secrets.ts'
import { walk as sessions } from './sessions.ts'
import { walk as settings } from './settings.ts'
import { walk as site } from './site.ts'
import { walk as slugs } from './slugs.ts'
import { walk as streaming } from './streaming.ts'
import { walk as tenants } from './tenants.ts'
import { walk as timedTexts } from './timed-texts.ts'
import { walk as tracklists } from './tracklists.ts'
import { walk as uploads } from './uploads.ts'

/** Every slice of the domain that holds verbs, by its folder's name. One that is missing here fails tests/isolation/verbs.test.ts. */
export const slices = {
  access,
  audit,
  brand,
  catalogue,
  community,
  consent,
  crew,
  declarations,
  downloads,
  embeds,
  events,
  fanClub,
  feeds,
  identity,
  links,
  listening,
  mail,
  media,
  outbox,
  pages,
  plays,
  policy,
  recordings,
  rights,
  secrets,
  sessions,
  settings,
  site,
  slugs,
  streaming,
  tenants,
  timedTexts,
  tracklists,
  uploads,
}

/** Types, words and tools; operators act on the platform's own tables, behind another role, host and cookie. */
export const slicesWithoutVerbs = new Set(['context', 'errors', 'operators', 'testing'])

export const verbAttacks = Object.values(slices).flatMap(({ attacks }) => attacks)
