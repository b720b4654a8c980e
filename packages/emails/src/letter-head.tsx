// Said here as well: a process started at the repository’s root runs this from source and finds no tsconfig there.
/** @jsxRuntime automatic */
/** @jsxImportSource react */
import { Img, Section, Text } from '@react-email/components'
import type { CSSProperties, ReactElement } from 'react'
import { logoGround, type MailBrand, type MailColours, type MailManner } from './look.ts'

const logoHeight = 40
const logoWidth = 240

/** The logo as large as its place lets it be, on the ground it was made for. */
function Logo({ logo, brand, manner, colours }: { logo: NonNullable<MailBrand['logo']> } & HeadProps): ReactElement {
  const scale = Math.min(logoHeight / logo.height, logoWidth / logo.width)
  const [width, height] = [Math.round(logo.width * scale), Math.round(logo.height * scale)]
  const edge = manner.header === 'band' ? { borderBottom: `8px solid ${colours.button}` } : {}
  const top = manner.sheetRadius > 0 ? { borderTopRightRadius: manner.sheetRadius } : {}
  return (
    <Section className="pad" style={{ backgroundColor: logoGround(brand.record), padding: '24px 48px', ...edge, ...top }}>
      <Img src={logo.url} alt={brand.record.name} width={width} height={height} style={{ display: 'block', border: 0 }} />
    </Section>
  )
}

/** The name in the manner's display type. */
function Name({ brand, manner, className, colour }: Omit<HeadProps, 'colours'> & { className: string; colour: string }): ReactElement {
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

interface HeadProps {
  brand: MailBrand
  manner: MailManner
  colours: MailColours
}

/** The letterhead of each manner. */
export function LetterHead({ brand, manner, colours }: HeadProps): ReactElement {
  if (brand.logo) return <Logo logo={brand.logo} brand={brand} manner={manner} colours={colours} />
  const name = (className: string, colour: string) => <Name brand={brand} manner={manner} className={className} colour={colour} />
  const band = { backgroundColor: colours.band }
  switch (manner.header) {
    case 'band':
      return (
        <Section className="band pad" style={{ ...band, padding: '22px 48px 20px', borderBottom: `8px solid ${colours.button}` }}>
          {name('band-ink', colours.bandInk)}
        </Section>
      )
    case 'poster':
      return (
        <Section className="band pad" style={{ ...band, padding: '26px 48px 22px' }}>
          {name('band-ink', colours.bandInk)}
        </Section>
      )
    case 'rule':
      return (
        <Section className="pad" style={{ padding: '40px 48px 0' }}>
          <Section className="strong-rule" style={{ borderTop: `3px solid ${colours.ink}`, paddingTop: 14 }}>
            {name('ink', colours.ink)}
          </Section>
        </Section>
      )
    case 'mark':
      return (
        <Section className="pad" style={{ padding: '52px 48px 0' }}>
          {name('link', colours.link)}
        </Section>
      )
    case 'label':
      return (
        <Section className="pad" style={{ padding: '40px 48px 0' }}>
          <Section className="rule" style={{ borderBottom: `1.5px solid ${colours.rule}`, paddingBottom: 12 }}>
            {name('ink', colours.ink)}
          </Section>
        </Section>
      )
  }
}
