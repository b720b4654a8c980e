import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Where its build (vite.embed.config.ts) writes the address of the embed's script. */
export const embedScriptFile = './build/embed-script.json'

export const readEmbedScript = async (folder: URL): Promise<string> => JSON.parse(await readFile(new URL(embedScriptFile, folder), 'utf8'))

/** In development: its source, as Vite serves what lies beside the app. */
export const embedSource = (): string => `/@fs${fileURLToPath(import.meta.resolve('@residency/ui/player/embed/main'))}`
