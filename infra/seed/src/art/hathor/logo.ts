/** The mark: the disc between the horns. */
export const hathorMark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="1024" height="1024">
  <g fill="#c98a32">
    <circle cx="256" cy="226" r="92"/>
    <path d="M120 44C84 120 74 198 96 276C120 362 176 426 236 460Q256 470 276 460C336 426 392 362 416 276C438 198 428 120 392 44C404 124 398 196 374 254C350 312 310 354 256 374C202 354 162 312 138 254C114 196 108 124 120 44Z"/>
  </g>
</svg>`
