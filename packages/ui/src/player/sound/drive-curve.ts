/** Soft saturation, equally loud for small signals whatever the amount: `tanh` normalised at the top. */
export function driveCurve(amount: number): Float32Array<ArrayBuffer> {
  const steps = 2049
  const push = 1 + amount * 8
  const top = Math.tanh(push)
  return Float32Array.from({ length: steps }, (_, index) => {
    const x = (index / (steps - 1)) * 2 - 1
    return (Math.tanh(x * push) / top) * (1 - amount * 0.35)
  })
}
