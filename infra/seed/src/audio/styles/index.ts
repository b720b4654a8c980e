import { ambient } from './ambient.ts'
import { bass } from './bass.ts'
import { broken } from './broken.ts'
import { downtempo } from './downtempo.ts'
import { dub } from './dub.ts'
import { electro } from './electro.ts'
import { garage } from './garage.ts'
import { hipHop } from './hip-hop.ts'
import { house } from './house.ts'
import { jungle } from './jungle.ts'
import { modular } from './modular.ts'
import { organic } from './organic.ts'
import type { Style } from './style.ts'
import { techno } from './techno.ts'

export const styles = {
  garage,
  jungle,
  house,
  bass,
  downtempo,
  ambient,
  organic,
  dub,
  'hip-hop': hipHop,
  modular,
  techno,
  electro,
  broken,
} satisfies Record<string, Style>

export type StyleName = keyof typeof styles

/** A style by its name. Throws for one that nothing is written in. */
export function requireStyle(name: string): StyleName {
  if (Object.hasOwn(styles, name)) return name as StyleName
  throw new Error(`No style "${name}"`)
}
