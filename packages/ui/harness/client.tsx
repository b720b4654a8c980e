import { hydrateRoot } from 'react-dom/client'
import { playerSawPage, startPlayer } from '../src/player/boot/start-player.ts'
import { loadPreset } from '../src/presets/index.ts'
import { readAddress, tree } from './page.tsx'

const { preset, asked } = readAddress(new URL(location.href))
const root = document.getElementById('root')
if (root) hydrateRoot(root, tree(await loadPreset(preset), asked))
requestAnimationFrame(() => {
  startPlayer({ signedIn: asked.signedIn })
  playerSawPage()
})
