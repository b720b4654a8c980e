import { expect, it } from 'vitest'
import { embedCode } from './embed.ts'

it('the code to copy is one frame, whatever the title holds', () => {
  const code = embedCode({ src: 'https://dj.example/embed/1?a=1&b="', title: '"><script>alert(1)</script>' })
  expect(code.match(/</g)).toHaveLength(2)
  expect(code).toMatch(/^<iframe src="https:\/\/dj\.example\/embed\/1\?a=1&amp;b=&quot;" title="&quot;>&lt;script>/)
})
