export { type EmbeddedMix, embedSchema, embedSlugSchema, requireEmbed } from './require-embed.ts'
