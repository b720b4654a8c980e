import { fitText, place, placeLines } from '../type/fit-text.ts'
import { openType, type Typeface } from '../type/typeface.ts'
import { type CardManner, cardHeight, cardWidth, rect } from './card.ts'
import { duotone, image } from './print.ts'

const ticker = 74

/** As often as it takes to run off the edge. */
function repeated(face: Typeface, text: string, size: number): string {
  const one = `${face.settable(text)}   /   `
  return one.repeat(Math.min(12, Math.ceil(cardWidth / Math.max(1, face.measure(one) * size)) + 1))
}

/** A poster: the picture in two colours cut off on the slant, the title as high as it goes, a ticker underneath. */
export const signal: CardManner = async ({ name, content, colours, display, body, pixels }) => {
  const titles = await openType({ family: display, axes: { wght: 900, wdth: 100 }, tracking: -8 })
  const running = await openType({ family: body, axes: { wght: 700 }, features: ['tnum'] })
  const height = cardHeight - ticker
  const art = await duotone(await pixels(600, height), colours.second, colours.accent)
  const number = content.number ? titles.line(String(content.number), 120) : null
  const title = fitText(titles, content.title.toUpperCase(), {
    width: 620,
    height: height - (number ? 264 : 150),
    maxSize: 300,
    minSize: 48,
    leading: 0.84,
    maxLines: 5,
  })
  const label = fitText(running, name, { width: 640, height: 28, maxSize: 28, minSize: 15, leading: 1, maxLines: 1 })
  const line = running.line(repeated(running, [name, ...content.facts].join('   /   '), 26), 26)
  return `<defs><clipPath id="slant"><path d="M890 0H${cardWidth}V${height}H730Z"/></clipPath></defs>
  ${rect(0, 0, cardWidth, cardHeight, colours.ground)}
  <g clip-path="url(#slant)">${image(art, cardWidth - 600, 0, 600, height)}</g>
  <path d="M890 0h26L756 ${height}h-26Z" fill="${colours.accent}"/>
  ${placeLines(label, 48, 46, colours.ink)}
  ${number ? place(number, 48, 190, colours.accentText) : ''}
  ${placeLines(title, 46, height - 44 - title.height, colours.ink)}
  ${rect(0, height, cardWidth, ticker, colours.accent)}${place(line, 48, height + ticker / 2 + 9, colours.accentInk)}`
}
