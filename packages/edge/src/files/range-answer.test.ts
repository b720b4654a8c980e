import { describe, expect, it } from 'vitest'
import { rangeAnswer } from './range-answer.ts'

const all = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251))
const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  rangeAnswer(new Request('http://a.example/x', { method, headers }), {
    bytes: all.length,
    tag: 't1',
    type: 'audio/x-m4a',
    read: async function* (first, last) {
      // In pieces, as from a store.
      for (let at = first; at <= last; at += 100) yield all.subarray(at, Math.min(at + 100, last + 1))
    },
  })
const body = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

describe('a file in ranges', () => {
  it('comes whole, with its size, and says that ranges may be had', async () => {
    const answer = ask()
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-length': '1000', 'accept-ranges': 'bytes', etag: '"t1"' })
    expect((await body(answer)).equals(all)).toBe(true)
  })

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=95-305', 95, 305],
    ['bytes=990-', 990, 999],
    ['bytes=-5', 995, 999],
    ['bytes=900-5000', 900, 999],
  ])('%s is exactly that', async (range, first, last) => {
    const answer = ask({ range })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${last}/1000`)
    expect((await body(answer)).equals(all.subarray(first, last + 1))).toBe(true)
  })

  it('beyond its end is refused', () => {
    const answer = ask({ range: 'bytes=1000-' })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe('bytes */1000')
  })

  it('goes on only with the file that was begun: another version comes whole', () => {
    expect(ask({ range: 'bytes=10-', 'if-range': '"t1"' }).status).toBe(206)
    expect(ask({ range: 'bytes=10-', 'if-range': '"t0"' }).status).toBe(200)
  })

  it('is not sent to whoever has it, nor its bytes to whoever asks for its size', async () => {
    expect(ask({ 'if-none-match': '"t1"' }).status).toBe(304)
    const head = ask({}, 'HEAD')
    expect([head.headers.get('content-length'), (await body(head)).length]).toEqual(['1000', 0])
  })

  it('says so when it breaks off in the middle', async () => {
    const broken = rangeAnswer(new Request('http://a.example/x'), {
      bytes: 10,
      tag: 't',
      type: 'x/y',
      read: async function* () {
        yield Buffer.alloc(5)
        throw new Error('not any longer')
      },
    })
    await expect(broken.arrayBuffer()).rejects.toThrow('not any longer')
  })
})
