import { AppError } from '../errors/index.ts'

/** Why a file gives no tracklist; the words are in `errors`, `tracklist.<problem>`. */
export type TracklistProblem = 'unreadable' | 'notXml' | 'entities' | 'empty' | 'tooMany' | 'absurd' | 'tooLarge' | 'unknownFormat'

export const refuse = (problem: TracklistProblem): AppError =>
  new AppError(problem === 'tooLarge' ? 'too_large' : problem === 'unknownFormat' ? 'unsupported' : 'invalid', {
    messageKey: `tracklist.${problem}`,
  })
