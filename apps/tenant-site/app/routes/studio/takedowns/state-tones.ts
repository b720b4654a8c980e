/** How a claim's state looks in a list: what waits for somebody stands out. */
export const stateTones = { reported: 'warn', upheld: 'bad', rejected: 'plain', countered: 'warn', restored: 'good' } as const
