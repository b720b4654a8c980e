import { fitText, placeLines } from '../type/fit-text.ts'
import { openType } from '../type/typeface.ts'
import { type CardManner, cardHeight, cardWidth, rect } from './card.ts'
import { fullColour, image } from './print.ts'

const artLeft = 500

/** A film's first frame: the picture glows out of the dark on the right, the title stands quiet beside it. */
export const nocturne: CardManner = async ({ name, content, colours, display, body, pixels }) => {
  const titles = await openType({ family: display, axes: { wght: 380, opsz: 72, wdth: 100 }, tracking: -16 })
  const caps = await openType({ family: body, axes: { wght: 500 }, tracking: 140 })
  const art = await fullColour(await pixels(cardWidth - artLeft, cardHeight))
  const title = fitText(titles, content.title, { width: 590, height: 330, maxSize: 190, minSize: 36, leading: 1.04, maxLines: 5 })
  const label = fitText(caps, name.toUpperCase(), { width: 540, height: 20, maxSize: 20, minSize: 13, leading: 1, maxLines: 1 })
  const facts = fitText(caps, content.facts.join(' · ').toUpperCase(), {
    width: 590,
    height: 17,
    maxSize: 17,
    minSize: 12,
    leading: 1,
    maxLines: 1,
  })
  const top = (cardHeight - title.height) / 2
  return `<defs>
    <linearGradient id="fade"><stop offset="0" stop-color="${colours.ground}"/><stop offset=".22" stop-color="${colours.ground}" stop-opacity=".93"/><stop offset=".62" stop-color="${colours.ground}" stop-opacity=".12"/><stop offset="1" stop-color="${colours.ground}" stop-opacity=".2"/></linearGradient>
    <radialGradient id="dusk" cx=".66" cy=".48" r=".72"><stop offset=".45" stop-color="${colours.ground}" stop-opacity="0"/><stop offset="1" stop-color="${colours.ground}" stop-opacity=".94"/></radialGradient>
  </defs>
  ${rect(0, 0, cardWidth, cardHeight, colours.ground)}${image(art, artLeft, 0, cardWidth - artLeft, cardHeight)}
  ${rect(artLeft, 0, cardWidth - artLeft, cardHeight, 'url(#dusk)')}${rect(artLeft, 0, cardWidth - artLeft, cardHeight, 'url(#fade)')}
  ${placeLines(label, 76, 72, colours.accentText)}
  ${placeLines(title, 72, top, colours.ink)}
  ${rect(76, cardHeight - 112, 56, 1.5, colours.accent)}
  ${placeLines(facts, 76, cardHeight - 84, colours.ink2)}`
}
