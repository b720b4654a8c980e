const titles = /^(the|dj|mc|los|las|les|le|la|el|os|as)$/i

/**
 * One or two letters for an icon: "DJ Danny Hectic B" → DH, "Hathor" → H, "Music Connect" → MC.
 * A title in front says nothing about who it is, unless there is nothing else.
 */
export function initialsOf(name: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !titles.test(word))
  return (telling.length > 0 ? telling : words)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}
