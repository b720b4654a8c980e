import { fitText, place, placeLines } from '../type/fit-text.ts'
import { openType } from '../type/typeface.ts'
import { type CardManner, cardHeight, cardWidth, rect } from './card.ts'
import { image, misregistered } from './print.ts'

const spine = 96
const artSide = 470
const artLeft = cardWidth - 56 - artSide
const left = spine + 56
const column = artLeft - left - 48

/** A J-card: spine in the accent, the picture in two inks out of register, ruled lines for the facts. */
export const cassette: CardManner = async ({ name, content, colours, display, mono, mode, pixels }) => {
  const titles = await openType({ family: display, axes: { wght: 800, wdth: 100, opsz: 96 }, tracking: -20 })
  const label = await openType({ family: mono, axes: { wght: 500 } })
  const paper = mode === 'dark' ? colours.ink : colours.ground
  const [first, second] = mode === 'dark' ? [colours.ground, colours.accent] : [colours.second, colours.accent]
  const art = await misregistered(await pixels(artSide, artSide), paper, first, second, 5)
  const title = fitText(titles, content.title, { width: column, height: 252, maxSize: 132, minSize: 32, leading: 0.98, maxLines: 6 })
  const along = fitText(label, name, { width: cardHeight - 190, height: 30, maxSize: 30, minSize: 14, leading: 1, maxLines: 1 })
  const side = label.line(content.number ? `N.${String(content.number).padStart(2, '0')}` : 'A', 22)
  const rows = [0, 1, 2].map((row) => {
    const y = cardHeight - 178 + row * 44
    const text = content.facts[row]
      ? fitText(label, content.facts[row], { width: column, height: 20, maxSize: 20, minSize: 13, leading: 1, maxLines: 1 })
      : null
    return (text ? placeLines(text, left, y, colours.ink) : '') + rect(left, y + 26, column, 1.5, colours.rule)
  })
  return `<defs><clipPath id="tape"><rect x="${artLeft}" y="80" width="${artSide}" height="${artSide}" rx="16"/></clipPath></defs>
  ${rect(0, 0, cardWidth, cardHeight, colours.ground)}${rect(0, 0, spine, cardHeight, colours.accent)}
  <g transform="rotate(-90) translate(${-(cardHeight - 48)} ${spine / 2 + 11})">${place(along.lines[0] ?? label.line('', 1), 0, 0, colours.accentInk)}</g>
  <circle cx="${spine / 2}" cy="62" r="17" fill="none" stroke="${colours.accentInk}" stroke-width="4"/>
  <g clip-path="url(#tape)">${image(art, artLeft, 80, artSide, artSide)}</g>
  ${rect(left, 56, 92, 40, colours.second, 20)}${place(side, left + 46 - (side.inkRight - side.inkLeft) / 2, 84, colours.secondInk)}
  ${placeLines(title, left, 144, colours.ink)}${rows.join('')}`
}
