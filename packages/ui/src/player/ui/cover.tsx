import { pictureSource } from '../../site/picture-source.ts'

/** The cover, or its tone where there is none. */
export function Cover({
  src,
  tone,
  size,
  className = 'pl-cover',
}: {
  src: string | null
  tone?: string | undefined
  size: 160 | 640
  className?: string
}) {
  return (
    <span className={className} style={{ '--tone': tone ?? 'var(--accent)' } as Record<string, string>}>
      {src ? (
        <img
          src={pictureSource(src, size, 'webp')}
          srcSet={`${pictureSource(src, size, 'webp')} 1x, ${pictureSource(src, size === 160 ? 320 : 1280, 'webp')} 2x`}
          alt=""
        />
      ) : null}
    </span>
  )
}
