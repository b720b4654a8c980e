/** The mark: two sources and what they make where they meet. */
const ring = (cx: number, r: number) => `M${cx - r} 256a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0Z`

export const connectMark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="1024" height="1024">
  <path fill="#ff4fb8" fill-rule="evenodd" transform="rotate(-16 256 256)" d="${[176, 116, 56].map((r) => ring(188, r) + ring(324, r)).join('')}"/>
</svg>`
