/** Where the bytes of a segment come from, once the edge has decided that they may go out. */
export interface Delivery {
  /**
   * Null: the edge sends the bytes itself. Else where a CDN has them, for the next few minutes.
   * @param objectKey the whole key, `t/<tenant>/audio/<recording>/…`
   * @param host the tenant's own host, as the visitor asked for it
   */
  locate(objectKey: string, host: string, now: Date): { location: string; cookies: string[] } | null
}

/** How long a CDN lets a listener go on who has lost the right to: at most five minutes, with room for clocks that differ. */
export const deliverySeconds = 240

/** The part of a key that one signature opens: everything of one recording. */
export function recordingPrefix(objectKey: string): string {
  const parts = objectKey.split('/')
  if (parts.length < 5 || parts[0] !== 't' || parts[2] !== 'audio') throw new Error('Only audio is delivered')
  return `/${parts.slice(0, 4).join('/')}/`
}

/** This machine's own: the edge sends what it has in memory or reads from the object store. */
export const ownDelivery: Delivery = { locate: () => null }
