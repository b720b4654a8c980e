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

/** Where each key stands in a fingerprint: the last place, and from each place to the one before it. */
interface Places {
  words: Uint32Array
  last: Int32Array
  before: Int32Array
  counts: Uint8Array
}

function placesIn(words: Uint32Array): Places {
  const keys = 2 ** (32 - keyShift)
  const [last, before, counts] = [new Int32Array(keys).fill(-1), new Int32Array(words.length), new Uint8Array(keys)]
  for (let at = 0; at < words.length; at += 1) {
    const key = (words[at] as number) >>> keyShift
    before[at] = last[key] as number
    last[key] = at
    counts[key] = Math.min(mostPlaces + 1, (counts[key] as number) + 1)
  }
  return { words, last, before, counts }
}

/** Offsets of `b` within `a` that most words agree on. */
function likelyOffsets({ words, last, before, counts }: Places, b: Uint32Array): number[] {
  const votes = new Int32Array(words.length + b.length)
  for (let at = 0; at < b.length; at += 1) {
    const key = (b[at] as number) >>> keyShift
    if ((counts[key] as number) > mostPlaces) continue
    for (let place = last[key] as number; place >= 0; place = before[place] as number) {
      const offset = place - at + b.length
      votes[offset] = (votes[offset] as number) + 1
    }
  }
  const best: { offset: number; count: number }[] = []
  for (let at = 0; at < votes.length; at += 1) {
    const count = votes[at] as number
    if (count === 0 || (best.length === offsetsTried && count <= (best.at(-1)?.count ?? 0))) continue
    best.push({ offset: at - b.length, count })
    best.sort((x, y) => y.count - x.count)
    best.length = Math.min(best.length, offsetsTried)
  }
  return best.map(({ offset }) => offset)
}

function differenceAt(a: Uint32Array, b: Uint32Array, offset: number): { difference: number; words: number } {
  const from = Math.max(0, offset)
  const to = Math.min(a.length, b.length + offset)
  let bits = 0
  for (let at = from; at < to; at += 1) bits += bitsOf(((a[at] as number) ^ (b[at - offset] as number)) >>> 0)
  const words = Math.max(0, to - from)
  return { difference: words > 0 ? bits / (words * 32) : 0.5, words }
}

/** Compares many fingerprints of `measureAudio` with one, each in milliseconds. Those of a few seconds say too little to be called the same. */
export function fingerprintMatcher(a: Uint8Array): (b: Uint8Array) => FingerprintMatch {
  const places = placesIn(wordsOf(a))
  const { words: wordsA } = places
  return (b) => {
    const wordsB = wordsOf(b)
    const longest = Math.max(wordsA.length, wordsB.length)
    let best = { difference: 0.5, words: 0, offset: 0 }
    for (const offset of new Set([0, ...likelyOffsets(places, wordsB)])) {
      const found = { ...differenceAt(wordsA, wordsB, offset), offset }
      if (found.words >= leastWords && found.difference < best.difference) best = found
    }
    const similarity = Number(Math.max(0, 1 - best.difference * 2).toFixed(4))
    const same = best.difference <= mostDifference && best.words >= Math.max(leastWords, longest * leastShare)
    return { same, similarity, offsetMs: similarity > 0 ? Math.round(best.offset * wordMs) : 0 }
  }
}

export const compareFingerprints = (a: Uint8Array, b: Uint8Array): FingerprintMatch => fingerprintMatcher(a)(b)
