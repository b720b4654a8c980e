import { type FamilyId, families } from '@residency/brand'
import { ranges } from './ranges.ts'
import { fontUrl } from './urls.ts'

/** The `@font-face` rules of one family, Latin and extended Latin. */
export function faces(id: FamilyId): string {
  const { name, files } = families[id]
  return files
    .map(
      (file) =>
        `@font-face{font-family:"${name}";src:url(${fontUrl(file)}) format("woff2");font-weight:${file.weight};font-style:${file.style};font-display:swap;unicode-range:${ranges[file.subset]}${file.stretch ? `;font-stretch:${file.stretch}` : ''}}`,
    )
    .join('')
}
