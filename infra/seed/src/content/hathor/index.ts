import type { Place } from '../../art/hathor/cover.ts'
import { hathorMark } from '../../art/hathor/logo.ts'
import { sizes } from '../../art/sizes.ts'
import { buildEvents, buildMixes, wholeMinutes } from '../build.ts'
import { dotted, localDay } from '../calendar.ts'
import { type DemoEvent, type DemoMix, type DemoPicture, type DemoTenant, t } from '../types.ts'
import { events } from './events.ts'
import { mixes } from './mixes.ts'
import { links, pages } from './pages.ts'
import { name, password, people, slug } from './people.ts'
import { records } from './records.ts'

export function hathor(today: Date): DemoTenant {
  const built = buildMixes(slug, mixes, records, ['Hathor’s Slower Version', 'Beatless', 'Dub', 'Long Version', 'Dawn Edit'], today)
  const billed = buildEvents(events, today)
  return {
    slug,
    name,
    currency: 'USD',
    timeZone: 'America/Los_Angeles',
    password,
    brand: {
      name,
      tagline: t(
        'Slow music for late rooms.',
        'Música lenta para salas tardías.',
        'Música lenta para salas tardias.',
        'Musique lente pour pièces tardives.',
      ),
      preset: 'nocturne',
      mode: 'dark',
      colours: {
        accent: '#e3b778',
        second: '#8aa0cf',
        ground: { dark: '#090d1c', light: '#efebe3' },
        ink: { dark: '#e6e1d6', light: '#12182b' },
      },
      type: { display: 'preset', body: 'preset' },
      typeScale: 'regular',
      radius: 'preset',
      density: 'airy',
      imagery: { treatment: 'preset', strength: 0.35 },
      logo: 'logo',
      cover: 'cover',
      sections: ['latest', 'mixes', 'about', 'events', 'links'],
      announcement: null,
    },
    pictures: [...frame, ...built.map(coverOf), ...billed.map(flyerOf)],
    mixes: built,
    events: billed,
    links,
    pages,
    people,
  }
}

const frame: DemoPicture[] = [
  {
    key: 'logo',
    alt: t('A disc between two horns', 'Un disco entre dos cuernos', 'Um disco entre dois chifres', 'Un disque entre deux cornes'),
    focal: { x: 0.5, y: 0.5 },
    drawing: { kind: 'mark', size: sizes.mark, svg: hathorMark },
  },
  {
    key: 'cover',
    alt: t(
      'Two horns of light holding a pale disc in the night',
      'Dos cuernos de luz sostienen un disco pálido en la noche',
      'Dois chifres de luz seguram um disco pálido na noite',
      'Deux cornes de lumière tiennent un disque pâle dans la nuit',
    ),
    focal: { x: 0.65, y: 0.5 },
    drawing: {
      kind: 'night',
      size: sizes.wide,
      spec: { seed: 'hathor/horns', motif: 'horns', sky: 'indigo', disc: { x: 1.16, y: 0.5, radius: 0.19 } },
    },
  },
  {
    key: 'portrait',
    alt: t(
      'Somebody in profile before the moon, their hair turning into threads of light',
      'Alguien de perfil ante la luna, con el pelo convertido en hilos de luz',
      'Alguém de perfil diante da lua, o cabelo virando fios de luz',
      'Quelqu’un de profil devant la lune, les cheveux changés en fils de lumière',
    ),
    focal: { x: 0.55, y: 0.45 },
    drawing: {
      kind: 'night',
      size: sizes.portrait,
      spec: { seed: 'hathor/profile', motif: 'profile', sky: 'petrol', disc: { x: 0.66, y: 0.5, radius: 0.3 } },
    },
  },
]

const words = (art: { at: Place; italic?: boolean }, lines: string[], number: string, facts: string[]) => ({
  lines,
  number,
  facts,
  at: art.at,
  italic: art.italic,
})

function coverOf(mix: DemoMix, i: number): DemoPicture {
  const source = mixes[i] as (typeof mixes)[number]
  const { at, italic, ...art } = source.art
  return {
    key: mix.picture,
    alt: t(`Cover of “${mix.title}”`, `Portada de «${mix.title}»`, `Capa de “${mix.title}”`, `Pochette de « ${mix.title} »`),
    focal: focalOf(art.disc),
    drawing: {
      kind: 'night',
      size: sizes.cover,
      spec: {
        seed: `hathor/${mix.slug}`,
        ...art,
        words: words({ at, italic }, source.lines, `No. ${mix.number}`, [mix.genre, `${wholeMinutes(mix)} min`]),
      },
    },
  }
}

function flyerOf(event: DemoEvent, i: number): DemoPicture {
  const source = events[i] as (typeof events)[number]
  const { at, italic, ...art } = source.art as HathorArt
  return {
    key: event.picture,
    alt: t(
      `Flyer: ${event.title}, ${event.city}`,
      `Cartel: ${event.title}, ${event.city}`,
      `Cartaz: ${event.title}, ${event.city}`,
      `Affiche : ${event.title}, ${event.city}`,
    ),
    focal: { x: focalOf(art.disc).x, y: Math.min(1, art.disc.y * 0.8) },
    drawing: {
      kind: 'night',
      size: sizes.flyer,
      spec: {
        seed: `hathor/${event.slug}`,
        ...art,
        words: words({ at, italic }, source.lines, dotted(localDay(event.startsAt, event.timeZone)), [event.venue, event.city]),
      },
    },
  }
}

type HathorArt = (typeof mixes)[number]['art']
const focalOf = (disc: { x: number; y: number }) => ({ x: disc.x, y: Math.min(1, disc.y) })
