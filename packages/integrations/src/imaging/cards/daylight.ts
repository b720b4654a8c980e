import { fitText, place, placeLines } from '../type/fit-text.ts'
import { openType } from '../type/typeface.ts'
import { type CardManner, cardHeight, cardWidth, rect } from './card.ts'
import { fullColour, image } from './print.ts'

const margin = 56
const side = cardHeight - 2 * margin
const artLeft = cardWidth - margin - side
const column = artLeft - 2 * margin

/** An index card: white, fine rules, the cover squared, everything upon one grid, the number in the only colour. */
export const daylight: CardManner = async ({ name, content, colours, display, body, pixels }) => {
  const titles = await openType({ family: display, axes: { wght: 700, wdth: 100, opsz: 48 }, tracking: -22 })
  const plain = await openType({ family: body, axes: { wght: 500 }, features: ['tnum'] })
  const strong = await openType({ family: body, axes: { wght: 700 } })
  const art = await fullColour(await pixels(side, side))
  const title = fitText(titles, content.title, { width: column, height: 236, maxSize: 132, minSize: 32, leading: 1.02, maxLines: 6 })
  const label = fitText(strong, name, { width: column - 110, height: 26, maxSize: 26, minSize: 15, leading: 1, maxLines: 1 })
  const number = content.number ? plain.line(String(content.number), 26) : null
  const rows = content.facts.slice(0, 3).map((fact, index, all) => {
    const y = cardHeight - margin - (all.length - index) * 44
    const text = fitText(plain, fact, { width: column, height: 22, maxSize: 22, minSize: 14, leading: 1, maxLines: 1 })
    return rect(margin, y, column, 1, colours.rule) + placeLines(text, margin, y + 16, colours.ink2)
  })
  return [
    rect(0, 0, cardWidth, cardHeight, colours.ground),
    image(art, artLeft, margin, side, side),
    placeLines(label, margin, margin, colours.ink),
    number ? place(number, margin + column, margin + 19, colours.accentText, 'right') : '',
    rect(margin, margin + 44, column, 3, colours.ink),
    placeLines(title, margin, margin + 100, colours.ink),
    ...rows,
  ].join('')
}
