import { people as lines } from '../people.ts'

export const slug = 'danny'
export const name = 'DJ Danny Hectic B'
/** Everybody’s here: the demo hides nothing. */
export const password = 'rewind that one selector'

export const people = lines([
  ['owner', 'Danny Hectic B', 'owner@danny.example', 'en', 'Europe/London', 1800, false],
  ['admin', 'Marsha Quaye', 'admin@danny.example', 'en', 'Europe/London', 1420, false],
  ['editor', 'Tobi Ledger', 'editor@danny.example', 'en', 'Europe/London', 610, false],
  ['moderator', 'Inês Farol', 'moderator@danny.example', 'pt', 'Europe/Lisbon', 300, false],
  ['fan', 'Sam Porter', 'sam@fans.example', 'en', 'Europe/London', 512, true],
  ['fan', 'Keisha Mottram', 'keisha@fans.example', 'en', 'Europe/London', 390, true],
  ['fan', 'Lucía Arenal', 'lucia@fans.example', 'es', 'Europe/Madrid', 221, false],
  ['fan', 'Théo Marchepied', 'theo@fans.example', 'fr', 'Europe/Paris', 88, true],
  ['fan', 'Bruno Calçada', 'bruno@fans.example', 'pt', 'Europe/Lisbon', 41, false],
  ['fan', 'Aisling Byrne-Tak', 'aisling@fans.example', 'en', 'Europe/Dublin', 12, true],
])
