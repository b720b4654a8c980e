import type { Letter, MailT } from './letter.ts'
import type { MailBrand } from './look.ts'

const width = 72

/** Breaks lines between words; an address or a long word stays whole. */
export function wrap(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line].join('\n')
}

/** The letter for those who read without pictures: the same words in the same order, each address on a line of its own. */
export function plainText(letter: Letter, greeting: string, brand: MailBrand, t: MailT): string {
  const { paragraphs, action, facts, aside, reason } = letter
  // A colon stands apart in French, and after a question mark nowhere.
  const head = (label: string) => (label.endsWith('?') ? label : t('heading', { label }))
  const longest = Math.max(0, ...(facts ?? []).map(({ label }) => head(label).length))
  const parts = [
    wrap(greeting),
    ...paragraphs.map(wrap),
    facts?.map(({ label, value }) => `${head(label).padEnd(longest + 1)}${value}`).join('\n'),
    action && [head(action.label), action.url, ...(action.note ? ['', wrap(action.note)] : [])].join('\n'),
    aside && [wrap(aside.text), ...(aside.action ? [head(aside.action.label), aside.action.url] : [])].join('\n'),
    brand.record.name,
    // A line of two dashes and a space: what follows is a signature (RFC 3676).
    ['-- ', wrap(reason), ...brand.addressLines, brand.siteUrl].join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
