import { clamp01, gradientNoise, hex, type Mask, type Picture, Random } from '../core/index.ts'

/** Three inks and nothing else: soot, raw paper, one that burns. */
export const inks = { soot: hex('#0e0d0c'), paper: hex('#e8e2d4'), burn: hex('#ff4512') } as const
export type Ink = keyof typeof inks

export const grounds: Record<Ink, { object: Ink; strong: Ink; quiet: Ink }> = {
  soot: { object: 'paper', strong: 'burn', quiet: 'paper' },
  paper: { object: 'soot', strong: 'soot', quiet: 'soot' },
  burn: { object: 'soot', strong: 'paper', quiet: 'soot' },
}

/** Ink that took badly: cloudy starvation with pinholes, laid over a mask before it prints. */
export function starve(mask: Mask, seed: string, amount: number): Mask {
  const cloud = gradientNoise(`${seed}/cloud`)
  const random = new Random(`${seed}/pinholes`)
  const step = 4
  const { width, data } = mask
  for (let y = 0; y < mask.height; y += step) {
    for (let x = 0; x < width; x += step) {
      const thin = clamp01(cloud(x / 190, y / 240) * 0.9 + cloud(x / 23 + 9, y / 31) * 0.35 - 0.35) * amount
      if (thin <= 0) continue
      for (let b = y; b < Math.min(y + step, mask.height); b++) {
        for (let a = x; a < Math.min(x + step, width); a++) {
          if (random.next() < thin) data[b * width + a] = (data[b * width + a] as number) * 0.35
        }
      }
    }
  }
  return mask
}

/** The paper's own tooth and the dust on the plate. */
export function dust(picture: Picture, seed: string): void {
  const random = new Random(`${seed}/dust`)
  const { width, height, data } = picture
  for (let i = 0; i < 240; i++) {
    const x = random.int(2, width - 6)
    const y = random.int(2, height - 6)
    const light = random.next() < 0.55
    const wide = random.next() < 0.06 ? random.int(4, 26) : random.int(1, 3)
    for (let k = 0; k < wide && x + k < width; k++) {
      const at = ((y + (k >> 3)) * width + x + k) * 3
      for (let channel = 0; channel < 3; channel++)
        data[at + channel] = clamp01(((data[at + channel] as number) + (light ? 60 : -70)) / 255) * 255
    }
  }
}
