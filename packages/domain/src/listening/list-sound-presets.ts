import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'
import type { SoundPreset } from './save-sound-preset.ts'
import type { SoundSettings } from './sound-settings.ts'

/** The account's own sounds, by name. Throws `unauthenticated`. */
export async function listSoundPresets(given: TenantContext): Promise<SoundPreset[]> {
  const { ref, actor } = requireAccount(given)
  const rows = await withTenant(ref, (db) => db.soundPreset.findMany({ where: { accountId: actor.accountId }, orderBy: { name: 'asc' } }))
  return rows.map(({ id, name, settings }) => ({ id, name, settings: settings as SoundSettings }))
}
