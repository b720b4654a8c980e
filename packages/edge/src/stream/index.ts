export { Remembered } from './remembered.ts'
export { type ByteRange, byteRange } from './byte-range.ts'
export { createStreamDoor } from './stream-door.ts'
