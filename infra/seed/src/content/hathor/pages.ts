import { legalPages } from '../legal.ts'
import { type DemoLink, type DemoPage, same, t } from '../types.ts'

export const pages: DemoPage[] = [
  {
    slug: 'about',
    kind: 'about',
    title: t('About', 'Sobre Hathor', 'Sobre', 'À propos'),
    inNavigation: true,
    blocks: [
      {
        type: 'text',
        html: t(
          '<p>Hathor plays slowly. She began on a community station at four in the morning, when nobody rings to complain, and has kept to that hour ever since, wherever the clock says she is.</p><p>Her sets are made of field recordings, frame drums, dub and long silences. She owns eleven hundred records and can tell you where each of them was bought, and what the weather was.</p>',
          '<p>Hathor pincha despacio. Empezó en una emisora comunitaria a las cuatro de la mañana, cuando nadie llama para quejarse, y sigue fiel a esa hora, diga lo que diga el reloj.</p><p>Sus sets están hechos de grabaciones de campo, panderos, dub y silencios largos. Tiene mil cien discos y sabe dónde compró cada uno y qué tiempo hacía.</p>',
          '<p>Hathor toca devagar. Começou numa rádio comunitária às quatro da manhã, quando ninguém liga para reclamar, e continua fiel a essa hora, diga o relógio o que disser.</p><p>Seus sets são feitos de gravações de campo, adufes, dub e silêncios longos. Tem mil e cem discos e sabe onde comprou cada um e como estava o tempo.</p>',
          '<p>Hathor joue lentement. Elle a commencé sur une radio associative à quatre heures du matin, quand personne n’appelle pour se plaindre, et s’en tient à cette heure depuis, quoi qu’en dise la montre.</p><p>Ses sets sont faits de prises de son, de tambours sur cadre, de dub et de longs silences. Elle possède onze cents disques et sait où chacun fut acheté, et quel temps il faisait.</p>',
        ),
      },
      {
        type: 'image',
        picture: 'portrait',
        caption: t('Four in the morning.', 'Las cuatro de la mañana.', 'Quatro da manhã.', 'Quatre heures du matin.'),
      },
      {
        type: 'quote',
        text: t(
          'A set is a place. I only decide when the sun goes down in it.',
          'Un set es un lugar. Yo solo decido cuándo se pone el sol en él.',
          'Um set é um lugar. Eu só decido quando o sol se põe nele.',
          'Un set est un lieu. Je décide seulement quand le soleil s’y couche.',
        ),
        by: same('Hathor'),
      },
      {
        type: 'mixes',
        heading: t('Three to begin with', 'Tres para empezar', 'Três para começar', 'Trois pour commencer'),
        mixes: ['the-long-way-round', 'salt-road', 'slow-rotation'],
      },
    ],
  },
  {
    slug: 'the-four-oclock',
    kind: 'page',
    title: t('The Four O’Clock', 'Las cuatro', 'As quatro', 'Quatre heures'),
    inNavigation: true,
    blocks: [
      {
        type: 'text',
        html: t(
          '<p>Every second Thursday, from four to six in the morning, Pacific time: one hour of other people’s records, one hour of rain, rivers and rooms. It is radio, so it is gone when it is over.</p><p>Send me the sound of a room you like. Two minutes, no talking. The best ones are played from beginning to end.</p>',
          '<p>Un jueves sí y otro no, de cuatro a seis de la mañana, hora del Pacífico: una hora de discos ajenos y una hora de lluvia, ríos y habitaciones. Es radio: cuando acaba, se ha ido.</p><p>Envíame el sonido de una habitación que te guste. Dos minutos, sin hablar. Los mejores suenan de principio a fin.</p>',
          '<p>Quinta sim, quinta não, das quatro às seis da manhã, hora do Pacífico: uma hora de discos dos outros e uma hora de chuva, rios e salas. É rádio: quando acaba, já foi.</p><p>Mande o som de uma sala de que você gosta. Dois minutos, sem falar. Os melhores tocam do começo ao fim.</p>',
          '<p>Un jeudi sur deux, de quatre à six heures du matin, heure du Pacifique : une heure de disques des autres, une heure de pluie, de rivières et de pièces. C’est de la radio : quand c’est fini, c’est parti.</p><p>Envoyez-moi le son d’une pièce que vous aimez. Deux minutes, sans parler. Les meilleurs passent du début à la fin.</p>',
        ),
      },
      {
        type: 'button',
        label: t('Send a room', 'Enviar una habitación', 'Mandar uma sala', 'Envoyer une pièce'),
        href: 'mailto:rooms@hathor.example',
      },
      { type: 'divider' },
      {
        type: 'mixes',
        heading: t('Made from the radio', 'Nacidos de la radio', 'Nascidos do rádio', 'Nés de la radio'),
        mixes: ['after-the-storm-lamp', 'tidewater', 'coming-to-rest'],
      },
    ],
  },
  {
    slug: 'press',
    kind: 'page',
    title: t('Press', 'Prensa', 'Imprensa', 'Presse'),
    inNavigation: true,
    blocks: [
      { type: 'heading', level: 2, text: t('In short', 'En breve', 'Em resumo', 'En bref') },
      {
        type: 'text',
        html: t(
          '<p>Hathor is a selector of slow music from Los Angeles. Her sets run from an hour to two and have been played on ferries, in planetariums and once, by mistake, over a supermarket.</p>',
          '<p>Hathor selecciona música lenta desde Los Ángeles. Sus sets duran entre una y dos horas y han sonado en ferris, en planetarios y una vez, por error, en un supermercado.</p>',
          '<p>Hathor seleciona música lenta em Los Angeles. Seus sets duram de uma a duas horas e já tocaram em balsas, em planetários e uma vez, por engano, num supermercado.</p>',
          '<p>Hathor choisit de la musique lente à Los Angeles. Ses sets durent d’une à deux heures et ont été joués sur des ferries, dans des planétariums et une fois, par erreur, dans un supermarché.</p>',
        ),
      },
      {
        type: 'image',
        picture: 'cover',
        caption: t('The sign of the house.', 'El signo de la casa.', 'O sinal da casa.', 'Le signe de la maison.'),
      },
      { type: 'heading', level: 3, text: t('On stage', 'En escena', 'No palco', 'Sur scène') },
      {
        type: 'text',
        html: t(
          '<ul><li>Two turntables, rotary mixer, one warm lamp</li><li>No strobe, no haze, no countdown</li><li>A door to the outside that opens</li></ul>',
          '<ul><li>Dos platos, mesa rotativa, una lámpara cálida</li><li>Sin estrobos, sin humo, sin cuenta atrás</li><li>Una puerta al exterior que se abra</li></ul>',
          '<ul><li>Dois toca-discos, mixer rotativo, uma luz quente</li><li>Sem strobo, sem fumaça, sem contagem regressiva</li><li>Uma porta para fora que abra</li></ul>',
          '<ul><li>Deux platines, une table rotative, une lampe chaude</li><li>Ni stroboscope, ni fumée, ni compte à rebours</li><li>Une porte vers le dehors, qui s’ouvre</li></ul>',
        ),
      },
    ],
  },
  ...legalPages({
    name: 'Hathor',
    email: 'hello@hathor.example',
    address: '400 Example Canyon Road<br>Los Angeles, CA 00000',
    law: {
      en: 'The law of California applies.',
      es: 'Se aplica la ley de California.',
      pt: 'Aplica-se a lei da Califórnia.',
      fr: 'Le droit californien s’applique.',
    },
  }),
]

export const links: DemoLink[] = [
  {
    kind: 'bandcamp',
    label: t('Records and tapes', 'Discos y casetes', 'Discos e fitas', 'Disques et cassettes'),
    url: 'https://hathor.bandcamp.example',
  },
  {
    kind: 'mixcloud',
    label: t('The radio, kept', 'La radio, guardada', 'O rádio, guardado', 'La radio, gardée'),
    url: 'https://mixcloud.example/hathor',
  },
  {
    kind: 'spotify',
    label: t('A list for reading', 'Una lista para leer', 'Uma lista para ler', 'Une liste pour lire'),
    url: 'https://spotify.example/hathor',
  },
  { kind: 'instagram', label: same('@hathor.slow'), url: 'https://instagram.example/hathor.slow' },
  { kind: 'mail', label: t('Letters', 'Cartas', 'Cartas', 'Lettres'), url: 'mailto:letters@hathor.example' },
]
