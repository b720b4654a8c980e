/** The mark: a B that is a bass bin. One shape, no type, so that it holds at sixteen pixels. */
export const dannyMark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="1024" height="1024">
  <path fill="#ff4512" fill-rule="evenodd" d="M72 32H300C376 32 424 74 424 138C424 176 408 206 378 224C420 244 448 284 448 336C448 424 388 480 296 480H72Z
    M170 138A62 62 0 1 0 294 138A62 62 0 1 0 170 138Z M206 138A26 26 0 1 1 258 138A26 26 0 1 1 206 138Z
    M150 346A88 88 0 1 0 326 346A88 88 0 1 0 150 346Z M196 346A42 42 0 1 1 280 346A42 42 0 1 1 196 346Z"/>
</svg>`
