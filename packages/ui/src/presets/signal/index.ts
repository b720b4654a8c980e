import type { Preset } from '../contract.ts'
import { plain } from '../plain.tsx'

export const signal: Preset = { ...plain, name: 'signal' }
