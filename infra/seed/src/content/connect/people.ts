import { people as lines } from '../people.ts'

export const slug = 'connect'
export const name = 'Music Connect'
/** Everybody’s here: the demo hides nothing. */
export const password = 'patch cables everywhere tonight'

export const people = lines([
  ['owner', 'Vera Lindqvist-Osei', 'owner@connect.example', 'en', 'America/New_York', 1650, false],
  ['admin', 'Dario Ferreira', 'admin@connect.example', 'es', 'America/Montevideo', 1204, false],
  ['editor', 'Lottie Braun', 'editor@connect.example', 'en', 'America/Chicago', 700, false],
  ['moderator', 'Pauline Rythmé', 'moderator@connect.example', 'fr', 'Europe/Paris', 380, false],
  ['fan', 'Sam Porter', 'sam@fans.example', 'en', 'Europe/London', 480, false],
  ['fan', 'Oskar Twill', 'oskar@fans.example', 'en', 'Europe/Berlin', 330, true],
  ['fan', 'Valentina Cordero', 'valentina@fans.example', 'es', 'America/Montevideo', 214, true],
  ['fan', 'Jonas Abreu', 'jonas@fans.example', 'pt', 'America/Sao_Paulo', 97, true],
  ['fan', 'Émile Courant', 'emile@fans.example', 'fr', 'Europe/Paris', 60, false],
  ['fan', 'Dee Okonjo', 'dee@fans.example', 'en', 'America/New_York', 15, true],
])
