import { fitText, place, placeLines } from '../type/fit-text.ts'
import { openType } from '../type/typeface.ts'
import { type CardManner, cardHeight, cardWidth, rect } from './card.ts'
import { halftone } from './print.ts'

const artLeft = 744

/** A flyer: a coarse halftone bleeding off the right, the title as heavy and wide as the column takes, facts in figures above a hairline. */
export const warehouse: CardManner = async ({ name, content, colours, display, mono, mode, pixels }) => {
  const titles = await openType({ family: display, axes: { wght: 900, wdth: 125 }, tracking: -12 })
  const small = await openType({ family: mono, axes: { wght: 500 } })
  const art = await pixels(cardWidth - artLeft, cardHeight)
  const title = fitText(titles, content.title.toUpperCase(), {
    width: artLeft - 104,
    height: 356,
    maxSize: 240,
    minSize: 40,
    leading: 0.94,
    maxLines: 6,
  })
  const label = fitText(small, name.toUpperCase(), { width: 470, height: 24, maxSize: 24, minSize: 14, leading: 1, maxLines: 1 })
  const facts = fitText(small, content.facts.join(' / '), {
    width: artLeft - 104,
    height: 24,
    maxSize: 24,
    minSize: 14,
    leading: 1,
    maxLines: 1,
  })
  const number = content.number ? small.line(String(content.number).padStart(3, '0'), 24) : null
  return [
    rect(0, 0, cardWidth, cardHeight, colours.ground),
    halftone(art, artLeft, 0, 11, colours.ink, mode === 'dark'),
    rect(artLeft - 20, 0, 20, cardHeight, colours.accent),
    placeLines(label, 52, 50, colours.ink),
    number ? place(number, artLeft - 52, 68, colours.accentText, 'right') : '',
    rect(52, 96, artLeft - 104, 2, colours.rule),
    placeLines(facts, 52, 122, colours.ink2),
    placeLines(title, 52, cardHeight - 56 - title.height, colours.ink),
  ].join('')
}
