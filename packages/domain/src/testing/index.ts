export { type PlantedRecording, plantRecording } from './plant-recording.ts'
export { signedIn, visitor } from './signed-in.ts'
export { testAccount, testContext } from './test-context.ts'
