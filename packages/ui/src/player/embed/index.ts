export { type EmbedMix, EmbedView } from './embed-view.tsx'
