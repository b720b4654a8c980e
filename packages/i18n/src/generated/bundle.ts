// Written by scripts/registry.ts from the files in locales/. Do not edit.
import type { Locale } from '../locale.ts'
import type { Messages } from '../plurals.ts'
import type { Namespace } from './types.ts'
import en_account from '../../locales/en/account.json' with { type: 'json' }
import en_common from '../../locales/en/common.json' with { type: 'json' }
import en_community from '../../locales/en/community.json' with { type: 'json' }
import en_errors from '../../locales/en/errors.json' with { type: 'json' }
import en_fanClub from '../../locales/en/fanClub.json' with { type: 'json' }
import en_mail from '../../locales/en/mail.json' with { type: 'json' }
import en_platform from '../../locales/en/platform.json' with { type: 'json' }
import en_player from '../../locales/en/player.json' with { type: 'json' }
import en_rights from '../../locales/en/rights.json' with { type: 'json' }
import en_site from '../../locales/en/site.json' with { type: 'json' }
import en_states from '../../locales/en/states.json' with { type: 'json' }
import en_studio from '../../locales/en/studio.json' with { type: 'json' }
import en_studioBrand from '../../locales/en/studioBrand.json' with { type: 'json' }
import en_studioCommunity from '../../locales/en/studioCommunity.json' with { type: 'json' }
import en_studioCrew from '../../locales/en/studioCrew.json' with { type: 'json' }
import en_studioEvents from '../../locales/en/studioEvents.json' with { type: 'json' }
import en_studioFanClub from '../../locales/en/studioFanClub.json' with { type: 'json' }
import en_studioInsight from '../../locales/en/studioInsight.json' with { type: 'json' }
import en_studioLinks from '../../locales/en/studioLinks.json' with { type: 'json' }
import en_studioMedia from '../../locales/en/studioMedia.json' with { type: 'json' }
import en_studioMixes from '../../locales/en/studioMixes.json' with { type: 'json' }
import en_studioPages from '../../locales/en/studioPages.json' with { type: 'json' }
import en_studioRights from '../../locales/en/studioRights.json' with { type: 'json' }
import es_account from '../../locales/es/account.json' with { type: 'json' }
import es_common from '../../locales/es/common.json' with { type: 'json' }
import es_community from '../../locales/es/community.json' with { type: 'json' }
import es_errors from '../../locales/es/errors.json' with { type: 'json' }
import es_fanClub from '../../locales/es/fanClub.json' with { type: 'json' }
import es_mail from '../../locales/es/mail.json' with { type: 'json' }
import es_platform from '../../locales/es/platform.json' with { type: 'json' }
import es_player from '../../locales/es/player.json' with { type: 'json' }
import es_rights from '../../locales/es/rights.json' with { type: 'json' }
import es_site from '../../locales/es/site.json' with { type: 'json' }
import es_states from '../../locales/es/states.json' with { type: 'json' }
import es_studio from '../../locales/es/studio.json' with { type: 'json' }
import es_studioBrand from '../../locales/es/studioBrand.json' with { type: 'json' }
import es_studioCommunity from '../../locales/es/studioCommunity.json' with { type: 'json' }
import es_studioCrew from '../../locales/es/studioCrew.json' with { type: 'json' }
import es_studioEvents from '../../locales/es/studioEvents.json' with { type: 'json' }
import es_studioFanClub from '../../locales/es/studioFanClub.json' with { type: 'json' }
import es_studioInsight from '../../locales/es/studioInsight.json' with { type: 'json' }
import es_studioLinks from '../../locales/es/studioLinks.json' with { type: 'json' }
import es_studioMedia from '../../locales/es/studioMedia.json' with { type: 'json' }
import es_studioMixes from '../../locales/es/studioMixes.json' with { type: 'json' }
import es_studioPages from '../../locales/es/studioPages.json' with { type: 'json' }
import es_studioRights from '../../locales/es/studioRights.json' with { type: 'json' }
import pt_account from '../../locales/pt/account.json' with { type: 'json' }
import pt_common from '../../locales/pt/common.json' with { type: 'json' }
import pt_community from '../../locales/pt/community.json' with { type: 'json' }
import pt_errors from '../../locales/pt/errors.json' with { type: 'json' }
import pt_fanClub from '../../locales/pt/fanClub.json' with { type: 'json' }
import pt_mail from '../../locales/pt/mail.json' with { type: 'json' }
import pt_platform from '../../locales/pt/platform.json' with { type: 'json' }
import pt_player from '../../locales/pt/player.json' with { type: 'json' }
import pt_rights from '../../locales/pt/rights.json' with { type: 'json' }
import pt_site from '../../locales/pt/site.json' with { type: 'json' }
import pt_states from '../../locales/pt/states.json' with { type: 'json' }
import pt_studio from '../../locales/pt/studio.json' with { type: 'json' }
import pt_studioBrand from '../../locales/pt/studioBrand.json' with { type: 'json' }
import pt_studioCommunity from '../../locales/pt/studioCommunity.json' with { type: 'json' }
import pt_studioCrew from '../../locales/pt/studioCrew.json' with { type: 'json' }
import pt_studioEvents from '../../locales/pt/studioEvents.json' with { type: 'json' }
import pt_studioFanClub from '../../locales/pt/studioFanClub.json' with { type: 'json' }
import pt_studioInsight from '../../locales/pt/studioInsight.json' with { type: 'json' }
import pt_studioLinks from '../../locales/pt/studioLinks.json' with { type: 'json' }
import pt_studioMedia from '../../locales/pt/studioMedia.json' with { type: 'json' }
import pt_studioMixes from '../../locales/pt/studioMixes.json' with { type: 'json' }
import pt_studioPages from '../../locales/pt/studioPages.json' with { type: 'json' }
import pt_studioRights from '../../locales/pt/studioRights.json' with { type: 'json' }
import fr_account from '../../locales/fr/account.json' with { type: 'json' }
import fr_common from '../../locales/fr/common.json' with { type: 'json' }
import fr_community from '../../locales/fr/community.json' with { type: 'json' }
import fr_errors from '../../locales/fr/errors.json' with { type: 'json' }
import fr_fanClub from '../../locales/fr/fanClub.json' with { type: 'json' }
import fr_mail from '../../locales/fr/mail.json' with { type: 'json' }
import fr_platform from '../../locales/fr/platform.json' with { type: 'json' }
import fr_player from '../../locales/fr/player.json' with { type: 'json' }
import fr_rights from '../../locales/fr/rights.json' with { type: 'json' }
import fr_site from '../../locales/fr/site.json' with { type: 'json' }
import fr_states from '../../locales/fr/states.json' with { type: 'json' }
import fr_studio from '../../locales/fr/studio.json' with { type: 'json' }
import fr_studioBrand from '../../locales/fr/studioBrand.json' with { type: 'json' }
import fr_studioCommunity from '../../locales/fr/studioCommunity.json' with { type: 'json' }
import fr_studioCrew from '../../locales/fr/studioCrew.json' with { type: 'json' }
import fr_studioEvents from '../../locales/fr/studioEvents.json' with { type: 'json' }
import fr_studioFanClub from '../../locales/fr/studioFanClub.json' with { type: 'json' }
import fr_studioInsight from '../../locales/fr/studioInsight.json' with { type: 'json' }
import fr_studioLinks from '../../locales/fr/studioLinks.json' with { type: 'json' }
import fr_studioMedia from '../../locales/fr/studioMedia.json' with { type: 'json' }
import fr_studioMixes from '../../locales/fr/studioMixes.json' with { type: 'json' }
import fr_studioPages from '../../locales/fr/studioPages.json' with { type: 'json' }
import fr_studioRights from '../../locales/fr/studioRights.json' with { type: 'json' }

/** Every text, for the server. */
export const bundle: Record<Locale, Record<Namespace, Messages>> = {
  en: {
    account: en_account,
    common: en_common,
    community: en_community,
    errors: en_errors,
    fanClub: en_fanClub,
    mail: en_mail,
    platform: en_platform,
    player: en_player,
    rights: en_rights,
    site: en_site,
    states: en_states,
    studio: en_studio,
    studioBrand: en_studioBrand,
    studioCommunity: en_studioCommunity,
    studioCrew: en_studioCrew,
    studioEvents: en_studioEvents,
    studioFanClub: en_studioFanClub,
    studioInsight: en_studioInsight,
    studioLinks: en_studioLinks,
    studioMedia: en_studioMedia,
    studioMixes: en_studioMixes,
    studioPages: en_studioPages,
    studioRights: en_studioRights,
  },
  es: {
    account: es_account,
    common: es_common,
    community: es_community,
    errors: es_errors,
    fanClub: es_fanClub,
    mail: es_mail,
    platform: es_platform,
    player: es_player,
    rights: es_rights,
    site: es_site,
    states: es_states,
    studio: es_studio,
    studioBrand: es_studioBrand,
    studioCommunity: es_studioCommunity,
    studioCrew: es_studioCrew,
    studioEvents: es_studioEvents,
    studioFanClub: es_studioFanClub,
    studioInsight: es_studioInsight,
    studioLinks: es_studioLinks,
    studioMedia: es_studioMedia,
    studioMixes: es_studioMixes,
    studioPages: es_studioPages,
    studioRights: es_studioRights,
  },
  pt: {
    account: pt_account,
    common: pt_common,
    community: pt_community,
    errors: pt_errors,
    fanClub: pt_fanClub,
    mail: pt_mail,
    platform: pt_platform,
    player: pt_player,
    rights: pt_rights,
    site: pt_site,
    states: pt_states,
    studio: pt_studio,
    studioBrand: pt_studioBrand,
    studioCommunity: pt_studioCommunity,
    studioCrew: pt_studioCrew,
    studioEvents: pt_studioEvents,
    studioFanClub: pt_studioFanClub,
    studioInsight: pt_studioInsight,
    studioLinks: pt_studioLinks,
    studioMedia: pt_studioMedia,
    studioMixes: pt_studioMixes,
    studioPages: pt_studioPages,
    studioRights: pt_studioRights,
  },
  fr: {
    account: fr_account,
    common: fr_common,
    community: fr_community,
    errors: fr_errors,
    fanClub: fr_fanClub,
    mail: fr_mail,
    platform: fr_platform,
    player: fr_player,
    rights: fr_rights,
    site: fr_site,
    states: fr_states,
    studio: fr_studio,
    studioBrand: fr_studioBrand,
    studioCommunity: fr_studioCommunity,
    studioCrew: fr_studioCrew,
    studioEvents: fr_studioEvents,
    studioFanClub: fr_studioFanClub,
    studioInsight: fr_studioInsight,
    studioLinks: fr_studioLinks,
    studioMedia: fr_studioMedia,
    studioMixes: fr_studioMixes,
    studioPages: fr_studioPages,
    studioRights: fr_studioRights,
  },
}
