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
const longest = 48
/** Beyond this many characters only more strength could follow, and the work would grow. */
const considered = 64
const swaps: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

const unswap = (text: string): string => [...text].map((character) => swaps[character] ?? character).join('')

const bitsOfCharacter = (character: string): number => {
  if (/[0-9]/.test(character)) return Math.log2(10)
  if (/[a-z]/.test(character)) return Math.log2(26)
  return /[A-Z\s]/.test(character) ? 5 : 6
}

/** The cheapest known trick that makes `piece`, or Infinity. */
function bitsOfPiece(piece: string, known: Knowledge): number {
  const lower = piece.toLowerCase()
  const capitals = piece === lower ? 0 : 1
  const plain = unswap(lower)
  const swapped = plain === lower ? 0 : 1.5
  let least = Number.POSITIVE_INFINITY
  for (const [text, extra] of [
    [lower, 0],
    [plain, swapped],
  ] as const) {
    if (known.personal.has(text)) least = Math.min(least, 2 + extra)
    const rank = known.common.get(text)
    if (rank) least = Math.min(least, Math.log2(rank) + 1 + extra)
  }
  if (/^(?:19|20)\d\d$/.test(piece)) least = Math.min(least, 6.5)
  if (new Set(lower).size === 1) least = Math.min(least, bitsOfCharacter(piece.charAt(0)) + Math.log2(piece.length))
  if (isRun(lower) || walks.some((walk) => lower.length > 3 && walk.includes(lower))) least = Math.min(least, 5 + Math.log2(piece.length))
  return least + capitals
}

/** Characters one after another, up or down: abcde, 98765. */
function isRun(text: string): boolean {
  const step = text.charCodeAt(1) - text.charCodeAt(0)
  if (Math.abs(step) !== 1) return false
  return [...text].every((_, index) => index === 0 || text.charCodeAt(index) - text.charCodeAt(index - 1) === step)
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
  const best = [0]
  for (let end = 1; end <= text.length; end += 1) {
    let least = (best[end - 1] ?? 0) + bitsOfCharacter(text.charAt(end - 1))
    for (let start = Math.max(0, end - longest); start <= end - 3; start += 1) {
      const before = best[start] ?? 0
      if (before < least) least = Math.min(least, before + bitsOfPiece(text.slice(start, end), known) + 1)
    }
    best.push(least)
  }
  return best[text.length] ?? 0
}
