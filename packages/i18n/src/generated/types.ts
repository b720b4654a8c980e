// Written by scripts/registry.ts from the files in locales/. Do not edit.
import type account from '../../locales/en/account.json'
import type common from '../../locales/en/common.json'
import type community from '../../locales/en/community.json'
import type errors from '../../locales/en/errors.json'
import type fanClub from '../../locales/en/fanClub.json'
import type mail from '../../locales/en/mail.json'
import type platform from '../../locales/en/platform.json'
import type player from '../../locales/en/player.json'
import type rights from '../../locales/en/rights.json'
import type site from '../../locales/en/site.json'
import type states from '../../locales/en/states.json'
import type studio from '../../locales/en/studio.json'
import type studioBrand from '../../locales/en/studioBrand.json'
import type studioCommunity from '../../locales/en/studioCommunity.json'
import type studioCrew from '../../locales/en/studioCrew.json'
import type studioEvents from '../../locales/en/studioEvents.json'
import type studioFanClub from '../../locales/en/studioFanClub.json'
import type studioInsight from '../../locales/en/studioInsight.json'
import type studioLinks from '../../locales/en/studioLinks.json'
import type studioMedia from '../../locales/en/studioMedia.json'
import type studioMixes from '../../locales/en/studioMixes.json'
import type studioPages from '../../locales/en/studioPages.json'
import type studioRights from '../../locales/en/studioRights.json'

export interface Resources {
  account: typeof account
  common: typeof common
  community: typeof community
  errors: typeof errors
  fanClub: typeof fanClub
  mail: typeof mail
  platform: typeof platform
  player: typeof player
  rights: typeof rights
  site: typeof site
  states: typeof states
  studio: typeof studio
  studioBrand: typeof studioBrand
  studioCommunity: typeof studioCommunity
  studioCrew: typeof studioCrew
  studioEvents: typeof studioEvents
  studioFanClub: typeof studioFanClub
  studioInsight: typeof studioInsight
  studioLinks: typeof studioLinks
  studioMedia: typeof studioMedia
  studioMixes: typeof studioMixes
  studioPages: typeof studioPages
  studioRights: typeof studioRights
}

export type Namespace = keyof Resources

export const namespaces = ['account', 'common', 'community', 'errors', 'fanClub', 'mail', 'platform', 'player', 'rights', 'site', 'states', 'studio', 'studioBrand', 'studioCommunity', 'studioCrew', 'studioEvents', 'studioFanClub', 'studioInsight', 'studioLinks', 'studioMedia', 'studioMixes', 'studioPages', 'studioRights'] as const satisfies readonly Namespace[]
