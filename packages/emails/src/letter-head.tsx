// Said here as well: a process started at the repository’s root runs this from source and finds no tsconfig there.
/** @jsxRuntime automatic */
/** @jsxImportSource react */
import { Img, Section, Text } from '@react-email/components'
import type { CSSProperties, ReactElement } from 'react'
import type { MailBrand, MailColours, MailManner } from './look.ts'

const logoHeight = 40
const logoWidth = 240

/** The logo as large as its place lets it be, or the name in the manner's display type. */
function Sender({
  brand,
  manner,
  className,
  colour,
}: {
  brand: MailBrand
  manner: MailManner
  className: string
  colour: string
}): ReactElement {
  if (brand.logo) {
    const scale = Math.min(logoHeight / brand.logo.height, logoWidth / brand.logo.width)
    const [width, height] = [Math.round(brand.logo.width * scale), Math.round(brand.logo.height * scale)]
    // On its own ground, because a dark logo on a dark band would be gone.
    return <Img src={brand.logo.url} alt={brand.record.name} width={width} height={height} style={{ display: 'block', border: 0 }} />
  }
  const { size, weight, tracking, upper } = manner.name
  const style: CSSProperties = {
    margin: 0,
    color: colour,
    fontFamily: manner.header === 'label' || manner.header === 'mark' ? manner.label : manner.display,
    fontSize: size,
    lineHeight: 1.1,
    fontWeight: weight,
    letterSpacing: tracking,
    textTransform: upper ? 'uppercase' : 'none',
  }
  return (
    <Text className={className} style={style}>
      {brand.record.name}
    </Text>
  )
}

/** The letterhead of each manner. */
export function LetterHead({ brand, manner, colours }: { brand: MailBrand; manner: MailManner; colours: MailColours }): ReactElement {
  const sender = (className: string, colour: string) => <Sender brand={brand} manner={manner} className={className} colour={colour} />
  const onBand = brand.logo ? { className: 'pad', background: colours.sheet } : { className: 'band pad', background: colours.band }
  switch (manner.header) {
    case 'band':
      return (
        <Section
          className={onBand.className}
          style={{ backgroundColor: onBand.background, padding: '22px 48px 20px', borderBottom: `8px solid ${colours.button}` }}
        >
          {sender('band-ink', colours.bandInk)}
        </Section>
      )
    case 'poster':
      return (
        <Section className={onBand.className} style={{ backgroundColor: onBand.background, padding: '26px 48px 22px' }}>
          {sender('band-ink', colours.bandInk)}
        </Section>
      )
    case 'rule':
      return (
        <Section className="pad" style={{ padding: '40px 48px 0' }}>
          <Section className="strong-rule" style={{ borderTop: `3px solid ${colours.ink}`, paddingTop: 14 }}>
            {sender('ink', colours.ink)}
          </Section>
        </Section>
      )
    case 'mark':
      return (
        <Section className="pad" style={{ padding: '52px 48px 0' }}>
          {sender('link', colours.link)}
        </Section>
      )
    case 'label':
      return (
        <Section className="pad" style={{ padding: '40px 48px 0' }}>
          <Section className="rule" style={{ borderBottom: `1.5px solid ${colours.rule}`, paddingBottom: 12 }}>
            {sender('ink', colours.ink)}
          </Section>
        </Section>
      )
  }
}
