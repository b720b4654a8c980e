let ranks: ReadonlyMap<string, number> | undefined

/**
 * The commonest passwords of published breaches, each with its rank: 49,000, kept by the zxcvbn-ts project. A local list:
 * no part of a password ever leaves the process. Loaded at the first use, a megabyte that a process without sign-ups never needs.
 */
export async function commonPasswords(): Promise<ReadonlyMap<string, number>> {
  if (!ranks) {
    const { dictionary } = await import('@zxcvbn-ts/language-common')
    ranks = new Map(dictionary['passwords-common'].map((word, index) => [String(word).toLowerCase(), index + 1]))
  }
  return ranks
}
