import { hex } from '../core/index.ts'
import { type Light, toLight } from './exposure.ts'

/** Night is never black: each sky has a depth, an air and the colour of what shines in it. */
export interface Sky {
  deep: Light
  air: Light
  shine: Light
  glow: Light
}

const sky = (deep: string, air: string, shine: string, glow: string): Sky => ({
  deep: toLight(hex(deep)),
  air: toLight(hex(air)),
  shine: toLight(hex(shine)),
  glow: toLight(hex(glow)),
})

export const skies = {
  indigo: sky('#0d1128', '#24346a', '#c9d6ff', '#f3c27a'),
  petrol: sky('#04181f', '#0f4e58', '#b9ece6', '#f6d9a2'),
  plum: sky('#190a22', '#552056', '#f1c3d6', '#ffae7d'),
  ember: sky('#1a0b0a', '#6a2416', '#ffd0a6', '#ff9a4d'),
  moss: sky('#08140f', '#1d4a35', '#d5eec4', '#eadf8c'),
  steel: sky('#0a1016', '#2a4258', '#dbe9f5', '#ffffff'),
} as const
export type SkyName = keyof typeof skies
