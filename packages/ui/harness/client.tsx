import { hydrateRoot } from 'react-dom/client'
import { loadPreset } from '../src/presets/index.ts'
import { readAddress, tree } from './page.tsx'

const { preset, asked } = readAddress(new URL(location.href))
const root = document.getElementById('root')
if (root) hydrateRoot(root, tree(await loadPreset(preset), asked))
