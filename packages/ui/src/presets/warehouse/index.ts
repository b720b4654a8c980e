import type { Preset } from '../contract.ts'
import { plain } from '../plain.tsx'

export const warehouse: Preset = { ...plain, name: 'warehouse' }
