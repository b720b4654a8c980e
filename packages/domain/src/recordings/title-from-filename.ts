/** A title to begin with: the file's name without its ending, with spaces where names of files have none. */
export function titleFromFilename(filename: string): string {
  const bare = filename.replace(/\.[a-z0-9]+$/i, '')
  const spaced = /\s/.test(bare) ? bare : bare.replace(/[_+]+/g, ' ').replace(/(?<=\p{L})-+(?=\p{L})/gu, ' ')
  return spaced.replace(/\s+/g, ' ').trim().slice(0, 200) || filename.slice(0, 200)
}
