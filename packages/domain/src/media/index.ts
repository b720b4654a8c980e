export { type MediaRef, mediaRefColumn } from './media-ref.ts'
