/** culori's tree-shaken entry knows only the spaces that are registered: the browser pays for these four alone. */
import { modeLrgb, modeOklab, modeOklch, modeRgb, useMode } from 'culori/fn'

useMode(modeRgb)
useMode(modeLrgb)
useMode(modeOklab)
/** Any CSS colour to OKLCH. */
export const oklch = useMode(modeOklch)
