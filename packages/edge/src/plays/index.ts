export { createPlaysDoor } from './plays-door.ts'
