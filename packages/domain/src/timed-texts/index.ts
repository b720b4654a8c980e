export { listTimedTexts } from './list-timed-texts.ts'
export { saveTimedText, saveTimedTextSchema, timedTextKeySchema, timedTextKinds } from './save-timed-text.ts'
