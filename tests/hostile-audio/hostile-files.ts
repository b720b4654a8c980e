import { bombs } from './bombs.ts'
import type { HostileFile, Material } from './hostile-file.ts'
import { lyingAtoms } from './lying-atoms.ts'
import { lyingAiff, lyingFlac, lyingWav } from './lying-headers.ts'
import { lyingFrames, lyingOgg } from './lying-streams.ts'
import { noSoundAtAll } from './no-sound-at-all.ts'
import { references } from './references.ts'

/** Every file that must be refused. Names are unique. */
export const hostileFiles = (material: Material): HostileFile[] =>
  [noSoundAtAll, references, lyingWav, lyingAiff, lyingFlac, lyingFrames, lyingOgg, lyingAtoms, bombs].flatMap((list) => list(material))
