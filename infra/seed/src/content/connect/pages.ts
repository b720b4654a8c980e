import { legalPages } from '../legal.ts'
import { type DemoLink, type DemoPage, same, t } from '../types.ts'

export const pages: DemoPage[] = [
  {
    slug: 'about',
    kind: 'about',
    title: t('About', 'Quiénes somos', 'Quem somos', 'Qui sommes-nous'),
    inNavigation: true,
    blocks: [
      {
        type: 'text',
        html: t(
          '<p>Music Connect is six live acts and a shared power strip. We build instruments, play them in front of people, and publish what happened, mistakes included.</p><p>There is no leader. There is a clock, and whoever brought the most cable that night looks after it.</p>',
          '<p>Music Connect son seis actos en directo y una regleta compartida. Construimos instrumentos, los tocamos delante de gente y publicamos lo que pasó, errores incluidos.</p><p>No hay jefe. Hay un reloj, y lo cuida quien esa noche haya traído más cable.</p>',
          '<p>Music Connect são seis atos ao vivo e um filtro de linha dividido. Construímos instrumentos, tocamos na frente das pessoas e publicamos o que aconteceu, erros incluídos.</p><p>Não há líder. Há um clock, e quem trouxe mais cabo naquela noite cuida dele.</p>',
          '<p>Music Connect, c’est six projets live et une multiprise partagée. Nous construisons des instruments, nous en jouons devant des gens et nous publions ce qui s’est passé, erreurs comprises.</p><p>Il n’y a pas de chef. Il y a une horloge, et celui qui a apporté le plus de câble ce soir-là s’en occupe.</p>',
        ),
      },
      {
        type: 'image',
        picture: 'portrait',
        caption: t('All six, at once.', 'Los seis, a la vez.', 'Os seis, de uma vez.', 'Les six, en même temps.'),
      },
      { type: 'heading', level: 2, text: t('The six', 'Los seis', 'Os seis', 'Les six') },
      {
        type: 'text',
        html: t(
          '<ul><li><strong>Vera Oscillograph</strong>, modular, New York</li><li><strong>Sixteen Step Sister</strong>, drum machines, New York</li><li><strong>Live Code Lottie</strong>, laptop and projector, Chicago</li><li><strong>Freight Elevator</strong>, techno, New York</li><li><strong>Polly Rhythm</strong>, percussion, Lyon</li><li><strong>Tape Loop Ferreira</strong>, tape, Montevideo</li></ul>',
          '<ul><li><strong>Vera Oscillograph</strong>, modular, Nueva York</li><li><strong>Sixteen Step Sister</strong>, cajas de ritmos, Nueva York</li><li><strong>Live Code Lottie</strong>, portátil y proyector, Chicago</li><li><strong>Freight Elevator</strong>, techno, Nueva York</li><li><strong>Polly Rhythm</strong>, percusión, Lyon</li><li><strong>Tape Loop Ferreira</strong>, cinta, Montevideo</li></ul>',
          '<ul><li><strong>Vera Oscillograph</strong>, modular, Nova York</li><li><strong>Sixteen Step Sister</strong>, baterias eletrônicas, Nova York</li><li><strong>Live Code Lottie</strong>, laptop e projetor, Chicago</li><li><strong>Freight Elevator</strong>, techno, Nova York</li><li><strong>Polly Rhythm</strong>, percussão, Lyon</li><li><strong>Tape Loop Ferreira</strong>, fita, Montevidéu</li></ul>',
          '<ul><li><strong>Vera Oscillograph</strong>, modulaire, New York</li><li><strong>Sixteen Step Sister</strong>, boîtes à rythmes, New York</li><li><strong>Live Code Lottie</strong>, ordinateur et projecteur, Chicago</li><li><strong>Freight Elevator</strong>, techno, New York</li><li><strong>Polly Rhythm</strong>, percussions, Lyon</li><li><strong>Tape Loop Ferreira</strong>, bande, Montevideo</li></ul>',
        ),
      },
      {
        type: 'mixes',
        heading: t('Plug in here', 'Conéctate aquí', 'Conecte aqui', 'Branchez-vous ici'),
        mixes: ['warm-patch', 'handshake', 'rule-thirty'],
      },
    ],
  },
  {
    slug: 'join-a-night',
    kind: 'page',
    title: t('Join a night', 'Súmate', 'Participe', 'Participer'),
    inNavigation: true,
    blocks: [
      {
        type: 'text',
        html: t(
          '<p>Every Thursday is open. You don’t have to be good; you have to be on the clock.</p>',
          '<p>Todos los jueves son abiertos. No hace falta tocar bien; hace falta ir a tempo.</p>',
          '<p>Toda quinta é aberta. Você não precisa tocar bem; precisa estar no clock.</p>',
          '<p>Tous les jeudis sont ouverts. Pas besoin d’être bon ; il faut être à l’heure de l’horloge.</p>',
        ),
      },
      { type: 'heading', level: 2, text: t('Bring', 'Trae', 'Traga', 'Apportez') },
      {
        type: 'text',
        html: t(
          '<ul><li>One instrument that fits on your knees</li><li>One cable, and a second one for somebody who forgot</li><li>A plug that works here</li></ul>',
          '<ul><li>Un instrumento que quepa en tus rodillas</li><li>Un cable, y otro para quien lo haya olvidado</li><li>Un enchufe que valga aquí</li></ul>',
          '<ul><li>Um instrumento que caiba nos joelhos</li><li>Um cabo, e outro para quem esqueceu</li><li>Uma tomada que sirva aqui</li></ul>',
          '<ul><li>Un instrument qui tient sur les genoux</li><li>Un câble, et un second pour qui a oublié</li><li>Une prise qui marche ici</li></ul>',
        ),
      },
      {
        type: 'quote',
        text: t(
          'I came with a toy piano and left with a band.',
          'Vine con un piano de juguete y me fui con una banda.',
          'Vim com um piano de brinquedo e saí com uma banda.',
          'Je suis venu avec un piano jouet, je suis reparti avec un groupe.',
        ),
        by: t('A Thursday', 'Un jueves', 'Uma quinta', 'Un jeudi'),
      },
      {
        type: 'button',
        label: t('Put me on the list', 'Apúntame', 'Quero entrar na lista', 'M’inscrire'),
        href: 'mailto:thursday@connect.example',
      },
    ],
  },
  {
    slug: 'press-kit',
    kind: 'page',
    title: t('Press kit', 'Prensa', 'Imprensa', 'Presse'),
    inNavigation: true,
    blocks: [
      {
        type: 'text',
        html: t(
          '<p>Music Connect is a collective of live electronic acts founded in New York around a shared clock. Performances are improvised, recorded in one take and published whole.</p>',
          '<p>Music Connect es un colectivo de música electrónica en directo fundado en Nueva York en torno a un reloj compartido. Los conciertos se improvisan, se graban en una toma y se publican enteros.</p>',
          '<p>Music Connect é um coletivo de música eletrônica ao vivo fundado em Nova York em torno de um clock dividido. Os shows são improvisados, gravados em uma tomada e publicados inteiros.</p>',
          '<p>Music Connect est un collectif de musique électronique live fondé à New York autour d’une horloge partagée. Les concerts sont improvisés, enregistrés en une prise et publiés entiers.</p>',
        ),
      },
      {
        type: 'image',
        picture: 'cover',
        caption: t('Two sources, one pattern.', 'Dos fuentes, un patrón.', 'Duas fontes, um padrão.', 'Deux sources, un motif.'),
      },
      { type: 'heading', level: 3, text: t('On stage', 'En escena', 'No palco', 'Sur scène') },
      {
        type: 'text',
        html: t(
          '<ul><li>One long table, lit from above</li><li>Twelve sockets on one circuit</li><li>No booth: we stand among the people</li></ul>',
          '<ul><li>Una mesa larga, iluminada desde arriba</li><li>Doce enchufes en un mismo circuito</li><li>Sin cabina: tocamos entre la gente</li></ul>',
          '<ul><li>Uma mesa comprida, iluminada de cima</li><li>Doze tomadas no mesmo circuito</li><li>Sem cabine: tocamos no meio das pessoas</li></ul>',
          '<ul><li>Une longue table, éclairée d’en haut</li><li>Douze prises sur un même circuit</li><li>Pas de cabine : nous jouons parmi les gens</li></ul>',
        ),
      },
    ],
  },
  ...legalPages({
    name: 'Music Connect',
    email: 'hello@connect.example',
    address: '12 Example Street, Rear Building<br>New York, NY 00000',
    law: {
      en: 'The law of the State of New York applies.',
      es: 'Se aplica la ley del Estado de Nueva York.',
      pt: 'Aplica-se a lei do Estado de Nova York.',
      fr: 'Le droit de l’État de New York s’applique.',
    },
  }),
]

export const links: DemoLink[] = [
  {
    kind: 'youtube',
    label: t(
      'Whole sets, filmed from above',
      'Sets enteros, filmados desde arriba',
      'Sets inteiros, filmados de cima',
      'Des sets entiers, filmés d’en haut',
    ),
    url: 'https://youtube.example/@musicconnect',
  },
  {
    kind: 'bandcamp',
    label: t('Six labels, one shop', 'Seis sellos, una tienda', 'Seis selos, uma loja', 'Six labels, une boutique'),
    url: 'https://musicconnect.bandcamp.example',
  },
  {
    kind: 'discord',
    label: t('The workbench', 'El banco de trabajo', 'A bancada', 'L’établi'),
    url: 'https://discord.example/musicconnect',
  },
  {
    kind: 'soundcloud',
    label: t('Raw takes', 'Tomas en bruto', 'Tomadas brutas', 'Prises brutes'),
    url: 'https://soundcloud.example/musicconnect',
  },
  { kind: 'x', label: same('@music_connect'), url: 'https://x.example/music_connect' },
  { kind: 'other', label: t('Schematics', 'Esquemas', 'Esquemas', 'Schémas'), url: 'https://schematics.connect.example' },
]
