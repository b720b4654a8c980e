import type { Line, Typeface } from './typeface.ts'

export interface Box {
  width: number
  height: number
  maxSize: number
  minSize: number
  /** Distance of two baselines in ems. */
  leading: number
  maxLines: number
}

export interface FittedText {
  lines: Line[]
  size: number
  /** Distance of two baselines in pixels. */
  step: number
  /** From the top of the first line's capitals to the last baseline. */
  height: number
}

const shrink = 0.95
/** No box takes more letters; measuring a novel would hold up everything else. */
const longest = 240

/** Breaks words into lines no wider than `width` at one pixel; null when a word alone is wider. */
function wrap(words: { text: string; width: number }[], space: number, width: number): string[] | null {
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const word of words) {
    if (word.width > width) return null
    if (line && used + space + word.width <= width) {
      line += ` ${word.text}`
      used += space + word.width
    } else {
      if (line) lines.push(line)
      line = word.text
      used = word.width
    }
  }
  if (line) lines.push(line)
  return lines
}

/** The narrowest wrapping with as many lines: no line left with one short word. */
function balance(words: { text: string; width: number }[], space: number, width: number, lines: string[]): string[] {
  let [low, high, best] = [0, width, lines]
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2
    const tried = wrap(words, space, middle)
    if (tried && tried.length <= lines.length) {
      best = tried
      high = middle
    } else low = middle
  }
  return best
}

/**
 * Sets a text as large as its box lets it be, in balanced lines. A text that does not fit at the smallest size loses its end
 * to an ellipsis; a word wider than the box is broken.
 */
export function fitText(face: Typeface, text: string, box: Box): FittedText {
  const settable = face.settable(text.slice(0, longest))
  const words = settable
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ text: word, width: face.measure(word) }))
  const space = face.measure('n n') - face.measure('nn')
  const cap = face.capHeight
  const heightOf = (lines: number, size: number) => cap * size + (lines - 1) * box.leading * size
  for (let size = box.maxSize; size >= box.minSize; size *= shrink) {
    const lines = wrap(words, space, box.width / size)
    if (!lines || lines.length > box.maxLines || heightOf(lines.length, size) > box.height) continue
    return set(face, balance(words, space, box.width / size, lines), size, box.leading)
  }
  return set(face, cut(face, settable, box), box.minSize, box.leading)
}

/** The text at the smallest size, cut to the lines there are. */
function cut(face: Typeface, text: string, box: Box): string[] {
  const width = box.width / box.minSize
  const fitting = 1 + Math.floor((box.height - face.capHeight * box.minSize) / (box.leading * box.minSize))
  const most = Math.max(1, Math.min(box.maxLines, fitting))
  const lines: string[] = []
  let rest = text
  while (rest && lines.length < most) {
    const last = lines.length === most - 1
    const taken = take(face, rest, width, last)
    lines.push(taken.line)
    rest = taken.rest
  }
  return lines
}

function take(face: Typeface, text: string, width: number, last: boolean): { line: string; rest: string } {
  if (face.measure(text) <= width) return { line: text, rest: '' }
  const letters = [...text]
  const mark = last ? '…' : ''
  let count = letters.length
  while (count > 1 && face.measure(letters.slice(0, count).join('').trimEnd() + mark) > width) count -= 1
  const head = letters.slice(0, count).join('')
  const space = head.lastIndexOf(' ')
  // Break between words, unless that would leave the line half empty.
  const line = space > head.length / 2 ? head.slice(0, space) : head
  return { line: line.trimEnd() + mark, rest: text.slice(line.length).trimStart() }
}

function set(face: Typeface, lines: string[], size: number, leading: number): FittedText {
  const step = leading * size
  return {
    lines: lines.map((line) => face.line(line, size)),
    size,
    step,
    height: face.capHeight * size + Math.max(0, lines.length - 1) * step,
  }
}

/** A line as an SVG path, its ink's edge at x and its baseline at y. */
export function place(line: Line, x: number, y: number, fill: string, align: 'left' | 'right' = 'left'): string {
  const shift = align === 'left' ? line.inkLeft : line.inkRight
  return `<path transform="translate(${(x - shift).toFixed(1)} ${y.toFixed(1)})" fill="${fill}" d="${line.d}"/>`
}

/** Lines from the top of the first one's capitals downwards. */
export function placeLines(fitted: FittedText, x: number, top: number, fill: string): string {
  const first = top + fitted.height - Math.max(0, fitted.lines.length - 1) * fitted.step
  return fitted.lines.map((line, index) => place(line, x, first + index * fitted.step, fill)).join('')
}
