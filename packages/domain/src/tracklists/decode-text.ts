import { refuse } from './refusal.ts'

/** Enough of the beginning to see a pattern. */
const looked = 4_000

/** UTF-16 without a mark: every other byte of Latin text is nothing. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 === 1) return null
  const some = bytes.subarray(0, looked)
  const nothings = (from: number): number => some.filter((byte, at) => at % 2 === from && byte === 0).length
  const [even, odd] = [nothings(0), nothings(1)]
  const most = some.length / 4
  return odd > most && even === 0 ? 'utf-16le' : even > most && odd === 0 ? 'utf-16be' : null
}

/**
 * The text of a file, whatever wrote it: UTF-8, UTF-16 with or without its mark, else Windows-1252 (which holds Latin-1). Throws `invalid`
 * for what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : utf16Without(bytes)
  if (marked) return clean(new TextDecoder(marked).decode(bytes))
  try {
    return clean(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return clean(new TextDecoder('windows-1252').decode(bytes))
  }
}

function clean(text: string): string {
  if (text.includes('\0')) throw refuse('unreadable')
  return text.replace(/^\ufeff/, '')
}
