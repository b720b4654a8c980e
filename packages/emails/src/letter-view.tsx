// Said here as well: a process started at the repository’s root runs this from source and finds no tsconfig there.
/** @jsxRuntime automatic */
/** @jsxImportSource react */
import { Button, Column, Container, Head, Heading, Html, Link, Preview, Row, Section, Text } from '@react-email/components'
import type { CSSProperties, ReactElement } from 'react'
import { styleSheet } from './dark-styles.ts'
import type { Letter } from './letter.ts'
import { LetterHead } from './letter-head.tsx'
import { type MailBrand, type MailColours, type MailManner, mailColours, manners } from './look.ts'

export interface LetterViewProps {
  letter: Letter
  brand: MailBrand
  greeting: string
  /** "The button does nothing? …" */
  fallback: string
  locale: string
}

/** A letter from the DJ: head, subject, a few lines, one thing to do, the name underneath. */
export function LetterView({ letter, brand, greeting, fallback, locale }: LetterViewProps): ReactElement {
  const manner = manners[brand.record.preset]
  const colours = mailColours(brand.record, 'light')
  const sheet: CSSProperties = {
    maxWidth: 600,
    width: '100%',
    backgroundColor: colours.sheet,
    borderRadius: manner.sheetRadius,
    ...(manner.spine ? { borderLeft: `14px solid ${colours.button}` } : {}),
  }
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{styleSheet(mailColours(brand.record, 'dark'))}</style>
      </Head>
      {/* Not React Email's Body: it colours a cell of its own, which the dark style sheet could not reach. */}
      <body className="desk" style={{ margin: 0, padding: 0, backgroundColor: colours.desk }}>
        <Preview>{letter.preview}</Preview>
        <Section className="desk" style={{ padding: '32px 12px', backgroundColor: colours.desk, fontFamily: manner.body }}>
          <Container className={manner.spine ? 'sheet spine' : 'sheet'} style={sheet}>
            <LetterHead brand={brand} manner={manner} colours={colours} />
            <Section className="pad" style={{ padding: '36px 48px 44px' }}>
              <Content letter={letter} greeting={greeting} fallback={fallback} manner={manner} colours={colours} name={brand.record.name} />
            </Section>
          </Container>
          <Foot reason={letter.reason} brand={brand} manner={manner} colours={colours} />
        </Section>
      </body>
    </Html>
  )
}

interface Drawn {
  manner: MailManner
  colours: MailColours
}

function Content({
  letter,
  greeting,
  fallback,
  manner,
  colours,
  name,
}: Drawn & { letter: Letter; greeting: string; fallback: string; name: string }): ReactElement {
  const text: CSSProperties = { margin: '0 0 16px', color: colours.ink, fontFamily: manner.body, fontSize: 17, lineHeight: '27px' }
  const small: CSSProperties = { ...text, color: colours.quiet, fontSize: 14, lineHeight: '22px' }
  const { size, weight, tracking, upper } = manner.title
  const title: CSSProperties = {
    ...text,
    margin: '0 0 26px',
    fontFamily: manner.display,
    fontSize: size,
    lineHeight: 1.12,
    fontWeight: weight,
    letterSpacing: tracking,
    textTransform: upper ? 'uppercase' : 'none',
  }
  const { action, aside, facts } = letter
  return (
    <>
      <Heading as="h1" className="ink title" style={title}>
        {letter.subject}
      </Heading>
      <Text className="ink" style={text}>
        {greeting}
      </Text>
      {letter.paragraphs.map((paragraph) => (
        <Text key={paragraph} className="ink" style={text}>
          {paragraph}
        </Text>
      ))}
      {facts ? <Facts facts={facts} manner={manner} colours={colours} /> : null}
      {action ? <Action action={action} manner={manner} colours={colours} small={small} /> : null}
      {aside ? (
        <Text className="quiet" style={{ ...small, margin: '20px 0 0' }}>
          {aside.text}
          {aside.action ? (
            <>
              {' '}
              <Link className="link" href={aside.action.url} style={{ color: colours.link, textDecoration: 'underline' }}>
                {aside.action.label}
              </Link>
            </>
          ) : null}
        </Text>
      ) : null}
      <Text className="ink" style={{ ...text, margin: '30px 0 0', fontFamily: manner.display, fontWeight: Math.min(weight, 700) }}>
        {name}
      </Text>
      {action ? (
        <Section className="rule" style={{ marginTop: 30, borderTop: `1px solid ${colours.rule}`, paddingTop: 16 }}>
          <Text className="quiet" style={{ ...small, margin: 0, fontSize: 13, lineHeight: '20px' }}>
            {fallback}
            <br />
            <Link className="link" href={action.url} style={{ color: colours.link, wordBreak: 'break-all', textDecoration: 'none' }}>
              {action.url}
            </Link>
          </Text>
        </Section>
      ) : null}
    </>
  )
}

function Action({ action, manner, colours, small }: Drawn & { action: NonNullable<Letter['action']>; small: CSSProperties }): ReactElement {
  const button: CSSProperties = {
    backgroundColor: colours.button,
    color: colours.buttonInk,
    borderRadius: manner.radius,
    fontFamily: manner.header === 'mark' ? manner.label : manner.body,
    fontSize: 17,
    lineHeight: '22px',
    fontWeight: 700,
    padding: '15px 26px',
    textDecoration: 'none',
  }
  return (
    <Section style={{ margin: '28px 0 8px' }}>
      <Button className="button wide" href={action.url} style={button}>
        {action.label}
      </Button>
      {action.note ? (
        <Text className="quiet" style={{ ...small, margin: '14px 0 0' }}>
          {action.note}
        </Text>
      ) : null}
    </Section>
  )
}

function Facts({ facts, manner, colours }: Drawn & { facts: NonNullable<Letter['facts']> }): ReactElement {
  const cell: CSSProperties = { padding: '10px 0', verticalAlign: 'top', fontSize: 15, lineHeight: '22px' }
  return (
    <Section
      className="rule"
      style={{ margin: '10px 0 22px', borderTop: `1px solid ${colours.rule}`, borderBottom: `1px solid ${colours.rule}` }}
    >
      {facts.map(({ label, value }) => (
        <Row key={label}>
          <Column className="quiet fact" style={{ ...cell, width: 140, color: colours.quiet, fontFamily: manner.label, fontSize: 13 }}>
            {label}
          </Column>
          <Column className="ink fact" style={{ ...cell, color: colours.ink, fontFamily: manner.body, wordBreak: 'break-word' }}>
            {value}
          </Column>
        </Row>
      ))}
    </Section>
  )
}

function Foot({ reason, brand, manner, colours }: Drawn & { reason: string; brand: MailBrand }): ReactElement {
  const style: CSSProperties = { margin: 0, color: colours.quiet, fontFamily: manner.label, fontSize: 12, lineHeight: '19px' }
  const host = new URL(brand.siteUrl).host
  return (
    <Container style={{ maxWidth: 600, width: '100%' }}>
      <Section className="pad" style={{ padding: '24px 48px 8px' }}>
        <Text className="quiet" style={style}>
          {reason}
          {brand.addressLines.length > 0 ? (
            <>
              <br />
              {brand.addressLines.join(', ')}
            </>
          ) : null}
          <br />
          <Link className="quiet" href={brand.siteUrl} style={{ color: colours.quiet, textDecoration: 'underline' }}>
            {host}
          </Link>
        </Text>
      </Section>
    </Container>
  )
}
