/** Peaks as the server sends them (base64, one byte a column), 0..1. */
export const peaksFrom = (base64: string | null): number[] => (base64 ? Array.from(atob(base64), (byte) => byte.charCodeAt(0) / 255) : [])

/** Columns of a drawing `height` high and one unit wide each, mirrored at the middle: the loudest fills it. */
export function wavePath(peaks: readonly number[], height: number): string {
  const most = Math.max(0.05, ...peaks)
  return peaks
    .map((peak, at) => {
      const half = Math.max(0.5, (peak / most) * (height / 2 - 1))
      return `M${at + 0.5} ${(height / 2 - half).toFixed(1)}v${(half * 2).toFixed(1)}`
    })
    .join('')
}
