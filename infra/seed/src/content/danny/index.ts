import { dannyMark } from '../../art/danny/logo.ts'
import { sizes } from '../../art/sizes.ts'
import { buildEvents, buildMixes, wholeMinutes } from '../build.ts'
import { dayMonth, dotted, localDay } from '../calendar.ts'
import { type DemoEvent, type DemoMix, type DemoPicture, type DemoTenant, t } from '../types.ts'
import { events } from './events.ts'
import { mixes } from './mixes.ts'
import { links, pages } from './pages.ts'
import { name, password, people, slug } from './people.ts'
import { records } from './records.ts'

const centre = { x: 0.5, y: 0.45 }

export function danny(today: Date): DemoTenant {
  const built = buildMixes(slug, mixes, records, ['Dub', 'VIP', 'Danny’s Basement Edit', 'Refix', 'Instrumental'], today)
  const billed = buildEvents(events, today)
  return {
    slug,
    name,
    currency: 'GBP',
    timeZone: 'Europe/London',
    password,
    brand: {
      name,
      tagline: t(
        'Garage, jungle, house. Loud.',
        'Garage, jungle, house. Alto.',
        'Garage, jungle, house. Alto.',
        'Garage, jungle, house. Fort.',
      ),
      preset: 'warehouse',
      mode: 'dark',
      colours: {
        accent: '#ff4512',
        second: '#d8d0bc',
        ground: { dark: '#0e0d0c', light: '#e8e2d4' },
        ink: { dark: '#f0ebdd', light: '#0e0d0c' },
      },
      type: { display: 'preset', body: 'preset' },
      typeScale: 'loud',
      radius: 'none',
      density: 'tight',
      // The pictures come printed: a second screen over the first would only make moiré.
      imagery: { treatment: 'plain', strength: 0 },
      logo: 'logo',
      cover: 'cover',
      sections: ['latest', 'events', 'mixes', 'about', 'links'],
      announcement: {
        text: t(
          'Next: Hectic in the Dark. Last tickets.',
          'Lo próximo: Hectic in the Dark. Últimas entradas.',
          'A seguir: Hectic in the Dark. Últimos ingressos.',
          'Bientôt : Hectic in the Dark. Derniers billets.',
        ),
        href: '/events/hectic-in-the-dark-london',
        active: true,
      },
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
    alt: t(
      'A letter B built like a loudspeaker',
      'Una letra B construida como un altavoz',
      'Uma letra B feita como um alto-falante',
      'Une lettre B bâtie comme une enceinte',
    ),
    focal: centre,
    drawing: { kind: 'mark', size: sizes.mark, svg: dannyMark },
  },
  {
    key: 'cover',
    alt: t(
      'A wall of loudspeakers, printed coarsely',
      'Un muro de altavoces, impreso en trama gruesa',
      'Uma parede de alto-falantes, em retícula grossa',
      'Un mur d’enceintes, imprimé en grosse trame',
    ),
    focal: { x: 0.6, y: 0.5 },
    drawing: { kind: 'wall', size: sizes.wide, spec: { seed: 'danny/wall' } },
  },
  {
    key: 'portrait',
    alt: t(
      'A head with headphones and dark glasses, in dots',
      'Una cabeza con auriculares y gafas oscuras, en puntos',
      'Uma cabeça com fones e óculos escuros, em pontos',
      'Une tête avec casque et lunettes noires, en points',
    ),
    focal: { x: 0.5, y: 0.38 },
    drawing: { kind: 'head', size: sizes.portrait, spec: { seed: 'danny/head' } },
  },
]

function coverOf(mix: DemoMix, i: number): DemoPicture {
  const source = mixes[i] as (typeof mixes)[number]
  const facts = [mix.genre.toUpperCase(), `${source.bpm} BPM`, dotted(mix.recordedOn), `${wholeMinutes(mix)} MIN`]
  return {
    key: mix.picture,
    alt: t(`Cover of “${mix.title}”`, `Portada de «${mix.title}»`, `Capa de “${mix.title}”`, `Pochette de « ${mix.title} »`),
    focal: centre,
    drawing: {
      kind: 'sheet',
      size: sizes.cover,
      spec: {
        seed: `danny/${mix.slug}`,
        ...source.art,
        words: { lines: source.lines, numeral: source.numeral, number: `DHB ${String(mix.number).padStart(3, '0')}`, facts },
      },
    },
  }
}

function flyerOf(event: DemoEvent, i: number): DemoPicture {
  const source = events[i] as (typeof events)[number]
  const local = localDay(event.startsAt, event.timeZone)
  return {
    key: event.picture,
    alt: t(
      `Flyer: ${event.title}, ${event.city}`,
      `Cartel: ${event.title}, ${event.city}`,
      `Cartaz: ${event.title}, ${event.city}`,
      `Affiche : ${event.title}, ${event.city}`,
    ),
    focal: centre,
    drawing: {
      kind: 'sheet',
      size: sizes.flyer,
      spec: {
        seed: `danny/${event.slug}`,
        ...source.art,
        words: { lines: source.lines, number: dayMonth(local), facts: [event.venue.toUpperCase(), event.city.toUpperCase(), source.from] },
      },
    },
  }
}
