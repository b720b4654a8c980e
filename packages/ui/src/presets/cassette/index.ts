import type { Preset } from '../contract.ts'
import { plain } from '../plain.tsx'

export const cassette: Preset = { ...plain, name: 'cassette' }
