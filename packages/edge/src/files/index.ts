export { pictureAnswer, rememberedPicture } from './picture-answer.ts'
