import { createHmac } from 'node:crypto'
import type { ListenerKind } from '@residency/db'
import { isbot } from 'isbot'
import type { AccountRole } from '../../context/index.ts'
import { describeDevice } from '../../sessions/index.ts'
import { countryOf } from './country-of.ts'
import { dayKey } from './day-key.ts'

/** What a request tells of who listens. Nothing of it is kept as it is. */
export interface ListenerTraits {
  tenantId: string
  address: string
  /** The address cut to /24 or /48. */
  ipPrefix: string | null
  userAgent: string | null
  /** Of the account that is signed in. */
  role: AccountRole | null
}

export interface DescribedListener {
  kind: ListenerKind
  /** Tells listeners of one day and one tenant apart, and names nobody. */
  listener: string
  isMember: boolean
  country: string | null
  device: 'phone' | 'tablet' | 'computer' | 'speaker' | 'other'
  browser: string
}

const speakers = /\b(?:CrKey|AlexaMediaPlayer|Sonos|GoogleHome|HomePod)\b/i

/** In coarse words: enough to count by, too little to tell a person. */
export async function describeListener(traits: ListenerTraits, now: Date): Promise<DescribedListener> {
  const { tenantId, address, ipPrefix, userAgent, role } = traits
  const { browser, kind } = describeDevice(userAgent)
  const plain = kind === 'unknown' ? 'other' : kind
  const listener = createHmac('sha256', await dayKey(now))
    .update(`${tenantId}\n${address}\n${userAgent ?? ''}`)
    .digest('base64url')
    .slice(0, 22)
  return {
    kind: role !== null && role !== 'fan' ? 'crew' : isbot(userAgent ?? '') || !userAgent ? 'bot' : 'fan',
    listener,
    isMember: role !== null,
    country: await countryOf(ipPrefix),
    device: userAgent && speakers.test(userAgent) ? 'speaker' : plain,
    browser: browser ?? '',
  }
}
