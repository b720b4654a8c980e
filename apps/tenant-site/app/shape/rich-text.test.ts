import { describe, expect, it } from 'vitest'
import { fromHtml, toHtml } from './rich-text.ts'

describe('what a DJ types in a text block', () => {
  const written = [
    'One paragraph.\nWith a second line.\n\nAnother, with **weight**, *lean* and `code`.',
    '- first\n- second & third',
    '1. one\n2. two\n\nAfter [a link](https://a.example/x?y=1) it goes on.',
    '1 < 2 & "quoted" isn’t markup',
    '- a\n- b\n\n1. c\n2. d\n\n- e',
  ]
  it.each(written)('comes back as it was written: %j', (text) => expect(fromHtml(toHtml(text))).toBe(text))

  it('never becomes markup of its own', () => {
    expect(toHtml('<script>alert(1)</script>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')
    expect(toHtml('[x]("onclick=alert(1))')).not.toContain('" onclick')
  })
})
