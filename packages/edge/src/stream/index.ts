export { type ByteRange, byteRange } from './byte-range.ts'
export { Remembered } from './remembered.ts'
export { createStreamDoor } from './stream-door.ts'
