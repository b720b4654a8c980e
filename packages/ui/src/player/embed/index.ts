export { type EmbedMix, EmbedView } from './embed-view.tsx'
export { type EmbedOptions, type EmbedWords, startEmbed } from './start-embed.ts'
