import { existsSync, readdirSync, readFileSync } from 'node:fs'

const folder = process.env.PRESET_ART ?? '/tmp/preset-art'
const files = existsSync(folder) ? readdirSync(folder).sort() : []

/** Pictures drawn elsewhere (PNG, named `<tenant>-<square|wide|tall>-<anything>`), taken in turn; null where the folder has none that fits. */
export function storedArt(id: string): Buffer | null {
  const [tenant, index, shape] = id.split('-')
  const fitting = files.filter((file) => file.startsWith(`${tenant}-${shape}-`) && file.includes('logo') === (index === 'logo'))
  const file = fitting[Number(index) % fitting.length || 0]
  return file ? readFileSync(`${folder}/${file}`) : null
}

/** Fixture pictures: drawn from the address alone, so that shots repeat. Photographic in tone (a figure, a lamp, grain), for presets to treat. */
function random(seed: string): () => number {
  let state = 2166136261
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619)
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519)
    state ^= state >>> 13
    return (state >>> 0) / 4294967296
  }
}

export function drawArt(id: string): string {
  const next = random(id)
  const width = id.endsWith('tall') ? 1200 : 1600
  const height = id.endsWith('wide') ? 900 : 1600
  const hue = Math.floor(next() * 360)
  const kind = Math.floor(next() * 3)
  const shapes: string[] = []
  if (kind === 0) {
    const [x, y] = [width * (0.3 + next() * 0.4), height * (0.3 + next() * 0.3)]
    for (let ring = 26; ring > 0; ring -= 1)
      shapes.push(
        `<circle cx="${x + ring * 4}" cy="${y}" r="${ring * 34}" fill="none" stroke="hsl(${hue} 30% ${90 - ring * 3}%)" stroke-width="${4 + (ring % 5) * 5}"/>`,
      )
  } else if (kind === 1) {
    for (let line = 0; line < 90; line += 1) {
      const y = (line / 90) * height
      const bend = Math.sin(line / 7 + next()) * 120
      shapes.push(
        `<path d="M0 ${y}C${width * 0.3} ${y + bend} ${width * 0.6} ${y - bend} ${width} ${y + bend / 2}" fill="none" stroke="hsl(${hue} 25% ${20 + ((line * 3) % 70)}%)" stroke-width="${3 + next() * 9}"/>`,
      )
    }
  } else {
    for (let step = 0; step < 14; step += 1) {
      const size = width * (0.15 + next() * 0.5)
      shapes.push(
        `<rect x="${next() * width - size / 3}" y="${next() * height - size / 3}" width="${size}" height="${size * (0.2 + next())}" fill="hsl(${hue + step * 3} 28% ${10 + step * 6}%)" transform="rotate(${-20 + next() * 40} ${width / 2} ${height / 2})"/>`,
      )
    }
    shapes.push(`<circle cx="${width * 0.5}" cy="${height * 0.42}" r="${height * 0.22}" fill="hsl(${hue} 12% 88%)"/>`)
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><radialGradient id="l" cx=".6" cy=".3"><stop offset="0" stop-color="hsl(${hue} 20% 70%)"/><stop offset="1" stop-color="hsl(${hue} 30% 9%)"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#l)"/>${shapes.join('')}</svg>`
}
