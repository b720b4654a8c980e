import type { Preset } from '../contract.ts'
import { plain } from '../plain.tsx'

export const daylight: Preset = { ...plain, name: 'daylight' }
