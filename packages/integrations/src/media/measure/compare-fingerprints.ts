export interface FingerprintMatch {
  /** The same recording: another encoding, another bit rate, or with its ends cut (by less than two fifths in all). */
  same: boolean
  /** 0 to 1, of the part they have in common: 0 is what strangers have by chance. */
  similarity: number
  /** Where `b` begins within `a`; negative when `a` begins within `b`. 0 when they have nothing in common. */
  offsetMs: number
}

/** Chromaprint's step: 4096 / 3 samples at 11,025 Hz, rounded down. */
const wordMs = (1365 / 11_025) * 1000
/** The bits two encodings of one sound nearly always share: enough to find where they lie over each other. */
const keyShift = 12
/** A word that stands everywhere (silence, a held tone) says nothing of place. */
const mostPlaces = 24
const offsetsTried = 8
/** Of all bits. Encodings of one recording differ in less than a tenth, strangers in nearly half. */
const mostDifference = 0.2
const leastShare = 0.6
const leastWords = 24

const wordsOf = (bytes: Uint8Array): Uint32Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, at) => view.getUint32(at * 4, true))
}

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** Offsets of `b` within `a` that most words agree on. */
function likelyOffsets(a: Uint32Array, b: Uint32Array): number[] {
  const places = new Map<number, number[]>()
  for (const [at, word] of a.entries()) {
    const list = places.get(word >>> keyShift)
    if (list) list.push(at)
    else places.set(word >>> keyShift, [at])
  }
  const votes = new Map<number, number>()
  for (const [at, word] of b.entries()) {
    const list = places.get(word >>> keyShift)
    if (!list || list.length > mostPlaces) continue
    for (const place of list) votes.set(place - at, (votes.get(place - at) ?? 0) + 1)
  }
  return [...votes]
    .sort((x, y) => y[1] - x[1])
    .slice(0, offsetsTried)
    .map(([offset]) => offset)
}

function differenceAt(a: Uint32Array, b: Uint32Array, offset: number): { difference: number; words: number } {
  const from = Math.max(0, offset)
  const to = Math.min(a.length, b.length + offset)
  let bits = 0
  for (let at = from; at < to; at += 1) bits += bitsOf(((a[at] as number) ^ (b[at - offset] as number)) >>> 0)
  const words = Math.max(0, to - from)
  return { difference: words > 0 ? bits / (words * 32) : 0.5, words }
}

/** Compares two fingerprints of `measureAudio`. Those of a few seconds say too little to be called the same. */
export function compareFingerprints(a: Uint8Array, b: Uint8Array): FingerprintMatch {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)]
  const longest = Math.max(wordsA.length, wordsB.length)
  let best = { difference: 0.5, words: 0, offset: 0 }
  for (const offset of new Set([0, ...likelyOffsets(wordsA, wordsB)])) {
    const found = { ...differenceAt(wordsA, wordsB, offset), offset }
    if (found.words >= leastWords && found.difference < best.difference) best = found
  }
  const similarity = Number(Math.max(0, 1 - best.difference * 2).toFixed(4))
  const same = best.difference <= mostDifference && best.words >= Math.max(leastWords, longest * leastShare)
  return { same, similarity, offsetMs: similarity > 0 ? Math.round(best.offset * wordMs) : 0 }
}
