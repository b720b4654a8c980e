import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { conflict } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { type SoundSettings, soundSettings } from './sound-settings.ts'

const most = 30

export const saveSoundPresetSchema = z.object({ name: z.string().trim().min(1).max(60), settings: soundSettings })

export interface SoundPreset {
  id: string
  name: string
  settings: SoundSettings
}

/** Keeps a sound in the account; the same name again replaces it. Throws `unauthenticated`, `conflict` (thirty are kept). */
export async function saveSoundPreset(given: TenantContext, input: z.output<typeof saveSoundPresetSchema>): Promise<SoundPreset> {
  const { ref, actor } = requireAccount(given)
  const { accountId } = actor
  const { name, settings } = input
  return withTenant(ref, async (db) => {
    const kept = await db.soundPreset.count({ where: { accountId, name: { not: name } } })
    if (kept >= most) throw conflict('sound.too_many')
    const key = { tenantId_accountId_name: { tenantId: ref.tenantId, accountId, name } }
    const row = await db.soundPreset.upsert({
      where: key,
      create: { tenantId: ref.tenantId, accountId, name, settings },
      update: { settings },
    })
    return { id: row.id, name: row.name, settings }
  })
}
