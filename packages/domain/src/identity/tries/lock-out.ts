/** Wrong tries that cost nothing but the limit a minute. */
export const freeTries = 5
const firstMs = 60_000
const mostMs = 60 * 60_000
/** Tries older than this are forgotten. */
export const rememberedMs = 24 * 60 * 60_000

/**
 * How long an account rests after its `failures`-th wrong try in a row: nothing for five, then a minute, doubled each time, an hour at most.
 * At that pace somebody who guesses from everywhere has under thirty tries a day; the owner still gets in by a mail's link at once.
 */
export function lockOutMs(failures: number): number {
  if (failures < freeTries) return 0
  return Math.min(firstMs * 2 ** (failures - freeTries), mostMs)
}
