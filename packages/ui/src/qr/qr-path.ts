/// <reference path="./qrcode.d.ts" />
import { create } from 'qrcode'

/** Modules of white around the code that readers need (ISO/IEC 18004). */
const quiet = 4

/** A QR code as one path in an SVG of `size` by `size`, drawn by the page itself: no picture is fetched, none is kept. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.data[row * modules.size + column]) path += `M${column + quiet} ${row + quiet}h1v1h-1z`
    }
  }
  return { size: modules.size + 2 * quiet, path }
}
