/** How hard a password is to guess, in bits: what an attacker needs who knows the lists, the site, the person and the usual tricks. */
export interface Knowledge {
  /** Common passwords by rank. */
  common: ReadonlyMap<string, number>
  /** Words of the person and the site, lower case: tried first. */
  personal: ReadonlySet<string>
}

const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1234567890',
]
const walks = [...rows, ...rows.map((row) => [...row].reverse().join(''))]
/** Beyond this many characters only more strength could follow, and the work would grow. */
const considered = 48
const swaps: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

const unswap = (text: string): string => text.replace(/[013457@$!]/g, (character) => swaps[character] ?? character)

const bitsOfCharacter = (character: string): number => {
  if (/[0-9]/.test(character)) return Math.log2(10)
  if (/[a-z]/.test(character)) return Math.log2(26)
  return /[A-Z\s]/.test(character) ? 5 : 6
}

/** What a known word costs: its rank, and a little more where letters were swapped for figures. */
function bitsOfWord(lower: string, plain: string, known: Knowledge): number {
  let least = Number.POSITIVE_INFINITY
  for (const [text, extra] of plain === lower ? [[lower, 0] as const] : [[lower, 0] as const, [plain, 1.5] as const]) {
    if (known.personal.has(text)) least = Math.min(least, 2 + extra)
    const rank = known.common.get(text)
    if (rank) least = Math.min(least, Math.log2(rank) + 1 + extra)
  }
  return least
}

/** What a pattern costs: one character again and again, characters in their order, keys in a row, a year. */
function bitsOfPattern(lower: string): number {
  const step = lower.charCodeAt(1) - lower.charCodeAt(0)
  let even = Math.abs(step) < 2
  for (let index = 2; even && index < lower.length; index += 1) even = lower.charCodeAt(index) - lower.charCodeAt(index - 1) === step
  if (even) return 5 + Math.log2(lower.length)
  if (lower.length > 3 && walks.some((walk) => walk.includes(lower))) return 5 + Math.log2(lower.length)
  return /^(?:19|20)\d\d$/.test(lower) ? 6.5 : Number.POSITIVE_INFINITY
}

/** The shortest piece that repeated makes the text, or the text itself. */
function repeatedUnit(text: string): string {
  for (let size = 1; size <= text.length / 2; size += 1) {
    const unit = text.slice(0, size)
    if (unit.repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return unit
  }
  return text
}

/**
 * The least bits over all ways to cut the password into known pieces and single characters (after Wheeler, "zxcvbn: Low-Budget
 * Password Strength Estimation", USENIX Security 2016). Each further piece costs a bit for its place.
 */
export function estimateBits(password: string, known: Knowledge): number {
  const text = password.slice(0, considered)
  const unit = repeatedUnit(text.toLowerCase())
  if (unit.length < text.length) return estimateBits(unit, known) + Math.log2(text.length / unit.length)
  const lower = text.toLowerCase()
  const plain = unswap(lower)
  const best = [0]
  for (let end = 1; end <= text.length; end += 1) {
    let least = (best[end - 1] ?? 0) + bitsOfCharacter(text.charAt(end - 1))
    for (let start = end - 3; start >= 0; start -= 1) {
      const before = best[start] ?? 0
      if (before >= least) continue
      const piece = lower.slice(start, end)
      const bits = Math.min(bitsOfWord(piece, plain.slice(start, end), known), bitsOfPattern(piece))
      const capitals = text.slice(start, end) === piece ? 0 : 1
      least = Math.min(least, before + bits + capitals + 1)
    }
    best.push(least)
  }
  return best[text.length] ?? 0
}
