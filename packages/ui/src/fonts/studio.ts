import { type FamilyId, fallbackFace, families } from '@residency/brand'
import { faces } from './faces.ts'
import { fontUrl } from './urls.ts'

const used: FamilyId[] = ['hanken-grotesk', 'chivo-mono']

/** `@font-face` rules of the studio and the platform, for the head beside studio.css. */
export const studioFontCss = (): string =>
  [...used.map(faces), fallbackFace('hanken-grotesk', 'body'), fallbackFace('chivo-mono', 'mono')].join('')

export const studioFontPreloads = (): string[] => {
  const file = families['hanken-grotesk'].files[0]
  return file ? [fontUrl(file)] : []
}
