const everyMs = 2_000

/** Says every other second how far a long walk over objects is: `Putting objects back: 1,200 of 3,275`. */
export function counted(onProgress: (line: string) => void, what: string, total?: number): () => void {
  let count = 0
  let saidAt = Date.now()
  return () => {
    count += 1
    if (Date.now() - saidAt < everyMs) return
    saidAt = Date.now()
    onProgress(`${what}: ${count}${total === undefined ? '' : ` of ${total}`}`)
  }
}
