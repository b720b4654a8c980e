import type { PresetName } from '@residency/brand'
import cassette from './cassette/style.css?url'
import daylight from './daylight/style.css?url'
import nocturne from './nocturne/style.css?url'
import signal from './signal/style.css?url'
import warehouse from './warehouse/style.css?url'

/** Address of each preset's style sheet (shared mechanics included): one `<link>` a page. Vite only. */
export const presetStyles: Record<PresetName, string> = { warehouse, nocturne, daylight, cassette, signal }
