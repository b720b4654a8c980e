import { startEmbed } from './start-embed.ts'

const root = document.querySelector<HTMLElement>('[data-embed]')
if (root) startEmbed(root)
