import { people as lines } from '../people.ts'

export const slug = 'hathor'
export const name = 'Hathor'
/** Everybody’s here: the demo hides nothing. */
export const password = 'slow moon over wide water'

export const people = lines([
  ['owner', 'Hathor', 'owner@hathor.example', 'en', 'America/Los_Angeles', 1720, false],
  ['admin', 'Imani Brightwater', 'admin@hathor.example', 'en', 'America/Los_Angeles', 980, false],
  ['editor', 'Rafael Ventosa', 'editor@hathor.example', 'es', 'America/Mexico_City', 455, false],
  ['moderator', 'Solène Abriel', 'moderator@hathor.example', 'fr', 'Europe/Paris', 230, false],
  ['fan', 'Sam Porter', 'sam@fans.example', 'en', 'Europe/London', 466, true],
  ['fan', 'June Hollander', 'june@fans.example', 'en', 'America/Chicago', 340, true],
  ['fan', 'Camila Ortuño', 'camila@fans.example', 'es', 'America/Mexico_City', 199, true],
  ['fan', 'Renato Praia', 'renato@fans.example', 'pt', 'America/Sao_Paulo', 120, false],
  ['fan', 'Margaux Fontenille', 'margaux@fans.example', 'fr', 'Europe/Paris', 57, true],
  ['fan', 'Haru Nishikawa', 'haru@fans.example', 'en', 'Asia/Tokyo', 20, false],
])
