import { legalPages } from '../legal.ts'
import { type DemoLink, type DemoPage, same, t } from '../types.ts'

export const pages: DemoPage[] = [
  {
    slug: 'about',
    kind: 'about',
    title: t('About', 'Sobre mí', 'Sobre', 'À propos'),
    inNavigation: true,
    blocks: [
      {
        type: 'text',
        html: t(
          '<p>Danny Hectic B learned to mix on two decks that didn’t match, in a kitchen, at a volume his mother called “reasonable, considering”. Twenty years later the decks match.</p><p>He plays UK garage, jungle and house in that order, in rooms with low ceilings, on a sound system he drives there himself. He has been asked to leave nine venues and invited back to eight.</p>',
          '<p>Danny Hectic B aprendió a mezclar con dos platos desparejados, en una cocina, a un volumen que su madre llamaba «razonable, dadas las circunstancias». Veinte años después, los platos son iguales.</p><p>Pincha UK garage, jungle y house, por ese orden, en salas de techo bajo y con un equipo que lleva él mismo en furgoneta. Le han pedido que se vaya de nueve locales y lo han vuelto a invitar a ocho.</p>',
          '<p>Danny Hectic B aprendeu a mixar em dois toca-discos que não combinavam, numa cozinha, num volume que a mãe chamava de “razoável, levando tudo em conta”. Vinte anos depois, os toca-discos combinam.</p><p>Toca UK garage, jungle e house, nessa ordem, em salas de teto baixo, com um sistema de som que ele mesmo leva até lá. Já pediram que saísse de nove casas e o chamaram de volta para oito.</p>',
          '<p>Danny Hectic B a appris à mixer sur deux platines dépareillées, dans une cuisine, à un volume que sa mère disait « raisonnable, vu les circonstances ». Vingt ans plus tard, les platines vont ensemble.</p><p>Il joue UK garage, jungle et house, dans cet ordre, dans des salles basses de plafond, sur une sono qu’il conduit lui-même. On l’a prié de quitter neuf clubs et réinvité dans huit.</p>',
        ),
      },
      {
        type: 'image',
        picture: 'portrait',
        caption: t('Not to scale.', 'No está a escala.', 'Fora de escala.', 'Pas à l’échelle.'),
      },
      {
        type: 'quote',
        text: t(
          'If the glasses behind the bar aren’t talking, turn it up.',
          'Si los vasos de la barra no hablan, súbelo.',
          'Se os copos atrás do bar não falam, aumenta.',
          'Si les verres derrière le bar ne parlent pas, monte le son.',
        ),
        by: same('Danny'),
      },
      { type: 'heading', level: 2, text: t('The system', 'El equipo', 'O sistema', 'La sono') },
      {
        type: 'text',
        html: t(
          '<p>Eight cabinets, built in a lock-up between 2009 and last Thursday. Two eighteens a side, horns that came off a fairground, one amplifier that mustn’t be switched off.</p>',
          '<p>Ocho cajas, construidas en un garaje entre 2009 y el jueves pasado. Dos dieciocho por lado, bocinas que vienen de una feria y un amplificador que no se puede apagar.</p>',
          '<p>Oito caixas, construídas numa garagem entre 2009 e quinta passada. Dois falantes de dezoito por lado, cornetas que vieram de um parque de diversões, um amplificador que não pode ser desligado.</p>',
          '<p>Huit caissons, construits dans un box entre 2009 et jeudi dernier. Deux dix-huit pouces de chaque côté, des pavillons venus d’une fête foraine, un ampli qu’il ne faut pas éteindre.</p>',
        ),
      },
      {
        type: 'mixes',
        heading: t('Start here', 'Empieza por aquí', 'Comece por aqui', 'Commencez par là'),
        mixes: ['basement-pressure', 'sunday-best', 'lock-off'],
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
          '<p>For promoters, writers and anyone who has to fit me into forty words.</p>',
          '<p>Para promotores, periodistas y cualquiera que tenga que meterme en cuarenta palabras.</p>',
          '<p>Para produtores, jornalistas e quem mais precisar me encaixar em quarenta palavras.</p>',
          '<p>Pour les organisateurs, les journalistes et quiconque doit me résumer en quarante mots.</p>',
        ),
      },
      { type: 'heading', level: 2, text: t('Forty words', 'Cuarenta palabras', 'Quarenta palavras', 'Quarante mots') },
      {
        type: 'text',
        html: t(
          '<p><em>Danny Hectic B plays garage, jungle and house on a sound system of his own making. Raised on pirate radio and his neighbours’ patience, he has been filling low rooms across Britain for twenty years, and emptying them at a sensible hour.</em></p>',
          '<p><em>Danny Hectic B pincha garage, jungle y house con un equipo construido por él. Criado con la radio pirata y la paciencia de los vecinos, lleva veinte años llenando salas bajas por toda Gran Bretaña y vaciándolas a una hora sensata.</em></p>',
          '<p><em>Danny Hectic B toca garage, jungle e house num sistema de som feito por ele. Criado com rádio pirata e a paciência dos vizinhos, há vinte anos enche salas baixas por toda a Grã-Bretanha e as esvazia em hora razoável.</em></p>',
          '<p><em>Danny Hectic B joue garage, jungle et house sur une sono de sa fabrication. Élevé à la radio pirate et à la patience des voisins, il remplit depuis vingt ans les salles basses de Grande-Bretagne, et les vide à une heure décente.</em></p>',
        ),
      },
      {
        type: 'image',
        picture: 'cover',
        caption: t(
          'The system, from the left.',
          'El equipo, desde la izquierda.',
          'O sistema, visto da esquerda.',
          'La sono, vue de gauche.',
        ),
      },
      { type: 'heading', level: 2, text: t('What I need', 'Lo que necesito', 'Do que preciso', 'Ce qu’il me faut') },
      {
        type: 'text',
        html: t(
          '<ul><li>Two turntables that match, a mixer with a working third channel</li><li>A table that does not move when the room does</li><li>One socket that is mine alone</li><li>Tea, before; nothing, during</li></ul>',
          '<ul><li>Dos platos iguales y una mesa de mezclas con el tercer canal vivo</li><li>Una mesa que no se mueva cuando se mueve la sala</li><li>Un enchufe solo para mí</li><li>Té, antes; nada, durante</li></ul>',
          '<ul><li>Dois toca-discos iguais e um mixer com o terceiro canal funcionando</li><li>Uma mesa que não se mexa quando a sala se mexe</li><li>Uma tomada só minha</li><li>Chá, antes; nada, durante</li></ul>',
          '<ul><li>Deux platines identiques, une table de mixage dont la troisième voie marche</li><li>Une table qui ne bouge pas quand la salle bouge</li><li>Une prise rien que pour moi</li><li>Du thé, avant ; rien, pendant</li></ul>',
        ),
      },
      { type: 'button', label: t('Write to me', 'Escríbeme', 'Escreva para mim', 'M’écrire'), href: 'mailto:bookings@danny.example' },
    ],
  },
  {
    slug: 'first-fridays',
    kind: 'page',
    title: t('First Fridays', 'Primeros viernes', 'Primeiras sextas', 'Premiers vendredis'),
    inNavigation: true,
    blocks: [
      {
        type: 'text',
        html: t(
          '<p>The first Friday of the month, same basement, same door. No line-up is announced, because it is me and whoever I owe a favour.</p><p>Doors at ten. The first fifty get in for what they have in their pocket; after that it is eight pounds and no arguing.</p>',
          '<p>El primer viernes del mes, el mismo sótano, la misma puerta. No se anuncia cartel: soy yo y quien me deba un favor, o al revés.</p><p>Puertas a las diez. Los cincuenta primeros entran por lo que lleven en el bolsillo; después son ocho libras y sin discutir.</p>',
          '<p>A primeira sexta do mês, o mesmo porão, a mesma porta. Não se anuncia line-up: sou eu e alguém a quem devo um favor.</p><p>Portas às dez. Os cinquenta primeiros entram pelo que tiverem no bolso; depois são oito libras, sem conversa.</p>',
          '<p>Le premier vendredi du mois, même sous-sol, même porte. Pas d’affiche : c’est moi, et quelqu’un à qui je dois un service.</p><p>Portes à vingt-deux heures. Les cinquante premiers entrent pour ce qu’ils ont en poche ; ensuite c’est huit livres, sans discuter.</p>',
        ),
      },
      { type: 'divider' },
      {
        type: 'mixes',
        heading: t('Recorded there', 'Grabado allí', 'Gravado lá', 'Enregistré là-bas'),
        mixes: ['no-air-in-here', 'ground-loop', 'rewind'],
      },
    ],
  },
  ...legalPages({
    name: 'DJ Danny Hectic B',
    email: 'hello@danny.example',
    address: 'Lock-up 9, Example Mews<br>London E0 0XX',
    law: {
      en: 'The law of England and Wales applies.',
      es: 'Se aplica la ley de Inglaterra y Gales.',
      pt: 'Aplica-se a lei da Inglaterra e do País de Gales.',
      fr: 'Le droit anglais et gallois s’applique.',
    },
  }),
]

export const links: DemoLink[] = [
  {
    kind: 'mixcloud',
    label: t('All the long ones', 'Los largos, todos', 'Os longos, todos', 'Tous les longs'),
    url: 'https://mixcloud.example/dannyhecticb',
  },
  {
    kind: 'soundcloud',
    label: t('Edits and dubs', 'Edits y dubs', 'Edits e dubs', 'Edits et dubs'),
    url: 'https://soundcloud.example/dannyhecticb',
  },
  { kind: 'instagram', label: same('@dannyhecticb'), url: 'https://instagram.example/dannyhecticb' },
  {
    kind: 'youtube',
    label: t('The basement, filmed', 'El sótano, filmado', 'O porão, filmado', 'Le sous-sol, filmé'),
    url: 'https://youtube.example/@dannyhecticb',
  },
  {
    kind: 'bandcamp',
    label: t('Records with sleeves', 'Discos con portada', 'Discos com capa', 'Des disques avec pochette'),
    url: 'https://rollershutter.bandcamp.example',
  },
  { kind: 'mail', label: t('Bookings', 'Contratación', 'Contratação', 'Réservations'), url: 'mailto:bookings@danny.example' },
]
