import { connectMark } from '../../art/connect/logo.ts'
import { sizes } from '../../art/sizes.ts'
import { buildEvents, buildMixes, wholeMinutes } from '../build.ts'
import { dayMonth, localDay } from '../calendar.ts'
import { type DemoEvent, type DemoMix, type DemoPicture, type DemoTenant, t } from '../types.ts'
import { events } from './events.ts'
import { mixes } from './mixes.ts'
import { links, pages } from './pages.ts'
import { name, password, people, slug } from './people.ts'
import { records } from './records.ts'

export function connect(today: Date): DemoTenant {
  const built = buildMixes(slug, mixes, records, ['Live Version', 'Rig Test', 'One Take', 'Second Patch', 'Stripped'], today)
  const billed = buildEvents(events, today)
  return {
    slug,
    name,
    currency: 'USD',
    timeZone: 'America/New_York',
    password,
    brand: {
      name,
      tagline: t(
        'Six live acts, one clock.',
        'Seis actos en directo, un reloj.',
        'Seis atos ao vivo, um clock.',
        'Six projets live, une horloge.',
      ),
      preset: 'signal',
      mode: 'auto',
      colours: {
        accent: '#ff4fb8',
        second: '#3f56ff',
        ground: { dark: '#0a0d33', light: '#f4f7e4' },
        ink: { dark: '#f6ffd9', light: '#0a0d33' },
      },
      type: { display: 'preset', body: 'preset' },
      typeScale: 'loud',
      radius: 'none',
      density: 'regular',
      // The pictures are duotones already.
      imagery: { treatment: 'plain', strength: 0 },
      logo: 'logo',
      cover: 'cover',
      sections: ['latest', 'mixes', 'events', 'links', 'about'],
      announcement: {
        text: t(
          'Thursdays are open: bring one cable.',
          'Los jueves son abiertos: trae un cable.',
          'As quintas são abertas: traga um cabo.',
          'Les jeudis sont ouverts : apportez un câble.',
        ),
        href: '/pages/join-a-night',
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
      'Two sets of rings crossing',
      'Dos juegos de anillos que se cruzan',
      'Dois conjuntos de anéis que se cruzam',
      'Deux jeux d’anneaux qui se croisent',
    ),
    focal: { x: 0.5, y: 0.5 },
    drawing: { kind: 'mark', size: sizes.mark, svg: connectMark },
  },
  {
    key: 'cover',
    alt: t(
      'Two sets of rings making a third pattern where they meet',
      'Dos juegos de anillos que forman un tercer patrón donde se encuentran',
      'Dois conjuntos de anéis que formam um terceiro padrão onde se encontram',
      'Deux jeux d’anneaux qui en forment un troisième là où ils se rencontrent',
    ),
    focal: { x: 0.5, y: 0.5 },
    drawing: {
      kind: 'poster',
      size: sizes.wide,
      spec: { seed: 'connect/wide', signal: 'rings', pitch: 0.045, angle: 0.5, inks: 'cobalt' },
    },
  },
  {
    key: 'portrait',
    alt: t(
      'Six busts, each filled with a pattern of its own',
      'Seis bustos, cada uno relleno de su propio patrón',
      'Seis bustos, cada um preenchido com seu próprio padrão',
      'Six bustes, chacun rempli de son propre motif',
    ),
    focal: { x: 0.5, y: 0.17 },
    drawing: { kind: 'collective', size: sizes.portrait },
  },
]

function coverOf(mix: DemoMix, i: number): DemoPicture {
  const source = mixes[i] as (typeof mixes)[number]
  return {
    key: mix.picture,
    alt: t(`Cover of “${mix.title}”`, `Portada de «${mix.title}»`, `Capa de “${mix.title}”`, `Pochette de « ${mix.title} »`),
    focal: { x: 0.5, y: 0.5 },
    drawing: {
      kind: 'poster',
      size: sizes.cover,
      spec: {
        seed: `connect/${mix.slug}`,
        ...source.art,
        words: {
          lines: source.lines,
          numeral: source.numeral,
          title: mix.title,
          number: `MC ${String(mix.number).padStart(2, '0')}`,
          facts: [mix.genre, `${wholeMinutes(mix)} min`],
        },
      },
    },
  }
}

function flyerOf(event: DemoEvent, i: number): DemoPicture {
  const source = events[i] as (typeof events)[number]
  const number = dayMonth(localDay(event.startsAt, event.timeZone))
  return {
    key: event.picture,
    alt: t(
      `Flyer: ${event.title}, ${event.city}`,
      `Cartel: ${event.title}, ${event.city}`,
      `Cartaz: ${event.title}, ${event.city}`,
      `Affiche : ${event.title}, ${event.city}`,
    ),
    focal: { x: 0.5, y: 0.5 },
    drawing: {
      kind: 'poster',
      size: sizes.flyer,
      spec: {
        seed: `connect/${event.slug}`,
        ...source.art,
        words: { lines: source.lines, title: event.title, number, facts: [event.venue, event.city] },
      },
    },
  }
}
