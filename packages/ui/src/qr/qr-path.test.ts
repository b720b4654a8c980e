import { expect, it } from 'vitest'
import { qrPath } from './index.ts'

/** Draws the path again as rows of modules: what a reader's camera sees. */
function drawn({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('.'))
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) (rows[Number(y)] as string[])[Number(x)] = '#'
  return rows.map((row) => row.join(''))
}

it('a code has its three finders, in a frame of white', () => {
  const code = qrPath('otpauth://totp/DJ%20Danny:fan%40fan.example?secret=GEZDGNBVGY3TQOJQ')
  const rows = drawn(code)
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
  const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7))
  const far = code.size - 4 - 7
  for (const [x, y] of [
    [4, 4],
    [far, 4],
    [4, far],
  ] as const)
    expect(at(x, y)).toEqual(finder)
  for (const edge of [...rows.slice(0, 4), ...rows.slice(-4)]) expect(edge).not.toContain('#')
  for (const row of rows) expect(row.slice(0, 4) + row.slice(-4)).toBe('........')
})
