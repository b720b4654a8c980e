import { createContext, type ReactNode, useContext } from 'react'
import type { Preset } from './contract.ts'

const Context = createContext<Preset | null>(null)

export const PresetProvider = ({ preset, children }: { preset: Preset; children: ReactNode }) => (
  <Context.Provider value={preset}>{children}</Context.Provider>
)

/** The preset of the site shown: the server gives it from `allPresets`, the browser from `loadPreset`. */
export function usePreset(): Preset {
  const preset = useContext(Context)
  if (!preset) throw new Error('No preset: wrap the page in PresetProvider')
  return preset
}
