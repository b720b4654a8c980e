import { formatIndex, SitePicture } from '../../site/index.ts'
import type { Picture } from '../../site/views.ts'

interface PrintProps {
  picture: Picture
  sizes: string
  /** Two plates that do not quite meet. Small prints have one: nobody would see the second. */
  plates?: 1 | 2
  priority?: boolean
  alt?: string
  className?: string
}

/** A picture on two-ink print: a colour plate (`--plate`) and, a little beside it, the dark one. Both are the same file, asked for once. */
export function Print({ picture, sizes, plates = 1, priority = false, alt, className }: PrintProps) {
  return (
    <div className={className ? `cs-print ${className}` : 'cs-print'}>
      <SitePicture picture={picture} sizes={sizes} priority={priority} alt={alt} className="cs-plate" />
      {plates === 2 ? (
        <div className="cs-key-plate" aria-hidden="true">
          <SitePicture picture={picture} sizes={sizes} alt="" className="cs-plate" />
        </div>
      ) : null}
    </div>
  )
}

/** The front of an inlay card: the whole cover, square, and where the card is longer than that, the number in the card's own ink. */
export function Front({
  picture,
  number,
  ...print
}: Omit<PrintProps, 'picture' | 'plates' | 'className'> & { picture: Picture | null; number: number }) {
  return (
    <div className="cs-front">
      {picture ? <Print picture={picture} plates={2} {...print} /> : <div className="cs-stripes" />}
      <p className="cs-front-number" aria-hidden="true">
        {formatIndex(number)}
      </p>
    </div>
  )
}
