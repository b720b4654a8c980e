import * as secrets from '@residency/domain/secrets'
import type { SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: secrets,
  attacks: [],
  without: [
    'decryptField',
    'encryptField',
    'hashToken',
    'keyedHash',
    'needsRotation',
    'parseKeyRing',
    'randomToken',
    'readSignedToken',
    'signToken',
  ],
}
