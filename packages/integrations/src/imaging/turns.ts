/**
 * Lets two pictures be worked on at a time, and tenants take turns: one that imports ten thousand waits behind itself.
 * libvips would otherwise start as many decoders as there are requests, each with a picture's worth of memory.
 */
const places = 2
const lines = new Map<string, (() => void)[]>()
let taken = 0

export async function inTurn<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
  if (taken < places) taken += 1
  else {
    await new Promise<void>((enter) => {
      const line = lines.get(tenantId)
      if (line) line.push(enter)
      else lines.set(tenantId, [enter])
    })
  }
  try {
    return await work()
  } finally {
    passOn()
  }
}

/** Hands the place to the next tenant. A Map keeps the order of insertion, so a served line goes to the end. */
function passOn(): void {
  const next = lines.entries().next()
  if (next.done) {
    taken -= 1
    return
  }
  const [tenantId, line] = next.value
  const enter = line.shift()
  lines.delete(tenantId)
  if (line.length > 0) lines.set(tenantId, line)
  enter?.()
}
