import type { AccountApi, SavedSound } from '../api/player-api.ts'
import { newId } from '../engine/new-id.ts'
import { readSound, type SoundSettings } from './settings.ts'

export interface SoundShelf {
  list(): Promise<SavedSound[]>
  save(name: string, settings: SoundSettings): Promise<SavedSound>
  delete(id: string): Promise<void>
}

const key = 'player.sounds'
const most = 30

function readLocal(): SavedSound[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    if (!Array.isArray(kept)) return []
    return (kept as SavedSound[]).map(({ id, name, settings }) => ({ id: String(id), name: String(name), settings: readSound(settings) }))
  } catch {
    return []
  }
}

/** Where there is no account: in this browser. A name is there once; saving it again takes the place of the old. */
const localShelf: SoundShelf = {
  list: async () => readLocal(),
  save: async (name, settings) => {
    const saved = { id: newId(), name, settings }
    localStorage.setItem(key, JSON.stringify([...readLocal().filter((one) => one.name !== name), saved].slice(-most)))
    return saved
  },
  delete: async (id) => localStorage.setItem(key, JSON.stringify(readLocal().filter((one) => one.id !== id))),
}

export const keptSounds = (account: AccountApi | null): SoundShelf =>
  account
    ? {
        list: () => account.listSounds(),
        save: (name, settings) => account.saveSound(name, settings),
        delete: (id) => account.deleteSound(id),
      }
    : localShelf
