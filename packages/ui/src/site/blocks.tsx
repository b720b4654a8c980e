import type { ReactNode } from 'react'
import { SitePicture } from './picture.tsx'
import type { Block, MixCard, Picture } from './views.ts'

/** Html that was sanitised when it was written (p, a, strong, em, lists, br, code) and is checked again when it is published. */
export function Prose({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the view's contract is sanitised html (views.ts)
  return <div className={className ? `prose ${className}` : 'prose'} dangerouslySetInnerHTML={{ __html: html }} />
}

export interface BlocksProps {
  blocks: Block[]
  renderMixes: (mixes: MixCard[]) => ReactNode
  /** For presets that treat pictures; plain otherwise. */
  renderPicture?: (picture: Picture) => ReactNode
}

const plainPicture = (picture: Picture) => <SitePicture picture={picture} sizes="(min-width: 60rem) 55rem, 100vw" />

function BlockBody({ block, renderMixes, renderPicture = plainPicture }: Omit<BlocksProps, 'blocks'> & { block: Block }) {
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'text':
      return <Prose html={block.html} />
    case 'image':
      return (
        <figure>
          {renderPicture(block.picture)}
          {block.caption ? <figcaption>{block.caption}</figcaption> : null}
        </figure>
      )
    case 'quote':
      return (
        <figure className="quote">
          <blockquote>
            <p>{block.text}</p>
          </blockquote>
          {block.by ? <figcaption>{block.by}</figcaption> : null}
        </figure>
      )
    case 'button':
      return (
        <p>
          <a className="button" href={block.href}>
            {block.label}
          </a>
        </p>
      )
    case 'divider':
      return <hr />
    case 'mixes':
      return (
        <section aria-label={block.heading}>
          <h2>{block.heading}</h2>
          {renderMixes(block.mixes)}
        </section>
      )
  }
}

/** The blocks a DJ writes. The preset says how a list of mixes looks. */
export function Blocks({ blocks, ...render }: BlocksProps) {
  return (
    <div className="blocks">
      {blocks.map((block) => (
        <div key={block.id} className={`block block-${block.type}`}>
          <BlockBody block={block} {...render} />
        </div>
      ))}
    </div>
  )
}
