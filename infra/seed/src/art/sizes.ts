import type { Size } from './core/index.ts'

export const sizes = {
  cover: { width: 1400, height: 1400 },
  flyer: { width: 1400, height: 1750 },
  portrait: { width: 1400, height: 1750 },
  wide: { width: 2400, height: 1350 },
  mark: { width: 1024, height: 1024 },
} as const satisfies Record<string, Size>
