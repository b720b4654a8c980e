import type { LocalizedText } from '../context/index.ts'

/** A picture as pages refer to it. */
export interface MediaRef {
  id: string
  width: number
  height: number
  /** Thousandths of width and height. */
  focalX: number
  focalY: number
  alt: LocalizedText
  /** #rrggbb */
  tone: string
}

/** Columns that make a MediaRef of a joined media_item `alias`, as one JSON value (null when nothing is joined). */
export const mediaRefColumn = (alias: string, name: string): string =>
  `case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'width', ${alias}.width, 'height', ${alias}.height, 'focalX', ${alias}.focal_x, 'focalY', ${alias}.focal_y, 'alt', ${alias}.alt, 'tone', ${alias}.tone) end as "${name}"`
