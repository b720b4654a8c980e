export { pictureAnswer, rememberedPicture } from './picture-answer.ts'
export { type Ranged, rangeAnswer } from './range-answer.ts'
