import { same, type Text, t } from './types.ts'

/** A fan club as one of the templates makes it (@residency/domain/fan-club), its words, and who was let in by hand. */
export interface DemoFanClub {
  template: string
  /** By the template's key of the tier. */
  words: Record<string, { name: Text; description: Text }>
  members: { email: string; tier: string /** Days from the seed's day on which it ends. */; endsInDays: number | null }[]
}

/** Sam Porter is in the highest tier of each but the family's: whoever signs in as Sam hears it all. */
export const fanClubs: Record<string, DemoFanClub> = {
  danny: {
    template: 'circle',
    words: {
      regular: {
        name: same('Regular'),
        description: t(
          'Better sound, a day before everybody, and the mixes that stay in the house.',
          'Mejor sonido, un día antes que nadie, y las mezclas que se quedan en casa.',
          'Som melhor, um dia antes de todos, e os mixes que ficam em casa.',
          'Un meilleur son, un jour avant tout le monde, et les mixes qui restent à la maison.',
        ),
      },
      royalty: {
        name: same('Royalty'),
        description: t(
          'Two days early, every mix to keep, and a line to the DJ.',
          'Dos días antes, cada mezcla para guardar y línea directa con el DJ.',
          'Dois dias antes, cada mix para guardar e uma linha direta com o DJ.',
          'Deux jours avant, chaque mix à garder, et une ligne vers le DJ.',
        ),
      },
      innerCircle: {
        name: same('Inner Circle'),
        description: t(
          'The recordings as they are, backstage, and an answer when you write.',
          'Las grabaciones tal cual, backstage y una respuesta cuando escribes.',
          'As gravações como elas são, bastidores e uma resposta quando você escreve.',
          'Les enregistrements tels quels, les coulisses, et une réponse quand vous écrivez.',
        ),
      },
    },
    members: [
      { email: 'sam@fans.example', tier: 'innerCircle', endsInDays: null },
      { email: 'keisha@fans.example', tier: 'royalty', endsInDays: null },
      { email: 'theo@fans.example', tier: 'regular', endsInDays: 60 },
      { email: 'lucia@fans.example', tier: 'regular', endsInDays: null },
    ],
  },
  hathor: {
    template: 'supporters',
    words: {
      supporter: {
        name: t('Supporter', 'Simpatizante', 'Apoiador', 'Soutien'),
        description: t(
          'Better sound, a day early, and mixes for members alone.',
          'Mejor sonido, un día antes y mezclas solo para miembros.',
          'Som melhor, um dia antes e mixes só para membros.',
          'Un meilleur son, un jour avant, et des mixes réservés aux membres.',
        ),
      },
      superfan: {
        name: t('Superfan', 'Superfán', 'Superfã', 'Superfan'),
        description: t(
          'Lossless, two days early, five messages a month, backstage.',
          'Sin pérdida, dos días antes, cinco mensajes al mes, backstage.',
          'Sem perdas, dois dias antes, cinco mensagens por mês, bastidores.',
          'Sans perte, deux jours avant, cinq messages par mois, les coulisses.',
        ),
      },
    },
    members: [
      { email: 'sam@fans.example', tier: 'superfan', endsInDays: null },
      { email: 'june@fans.example', tier: 'supporter', endsInDays: null },
      { email: 'camila@fans.example', tier: 'superfan', endsInDays: 45 },
    ],
  },
  connect: {
    template: 'premium',
    words: {
      student: {
        name: t('Student', 'Estudiante', 'Estudante', 'Étudiant'),
        description: t(
          'Everything in good sound, for those who still study.',
          'Todo con buen sonido, para quien todavía estudia.',
          'Tudo com bom som, para quem ainda estuda.',
          'Tout avec un bon son, pour qui étudie encore.',
        ),
      },
      premium: {
        name: same('Premium'),
        description: t(
          'Lossless, without ads, and every mix to keep.',
          'Sin pérdida, sin anuncios y cada mezcla para guardar.',
          'Sem perdas, sem anúncios e cada mix para guardar.',
          'Sans perte, sans publicité, et chaque mix à garder.',
        ),
      },
      family: {
        name: t('Family', 'Familia', 'Família', 'Famille'),
        description: t(
          'Premium for six people, each with an account of their own.',
          'Premium para seis personas, cada una con su propia cuenta.',
          'Premium para seis pessoas, cada uma com a sua própria conta.',
          'Premium pour six personnes, chacune avec son propre compte.',
        ),
      },
    },
    members: [
      { email: 'sam@fans.example', tier: 'premium', endsInDays: null },
      { email: 'oskar@fans.example', tier: 'student', endsInDays: 90 },
      { email: 'valentina@fans.example', tier: 'family', endsInDays: null },
    ],
  },
}
