export type MediaProblem =
  /** No bytes, or nothing behind the header. */
  | 'empty'
  /** No recording at all: text, a picture, an archive, a page. */
  | 'not_audio'
  /** The file ends before what its header promises. */
  | 'cut_off'
  /** A film without sound, or a container without any sound in it. */
  | 'no_sound'
  /** A playlist, or a container that points at other files or addresses. */
  | 'refers_elsewhere'
  /** Sound of a kind we don't take (a film, MIDI, a tracker module, DSD, a codec we don't decode …). */
  | 'unsupported'
  /** Claims no recording makes: 2^32 Hz, a thousand channels, a picture of a billion pixels. */
  | 'absurd'
  | 'too_long'
  | 'too_large'
  | 'took_too_long'
  /** Begins as what it says and can't be decoded as such. */
  | 'broken'

/** Why a stranger's file was refused. Its message is for the log; the words for a DJ hang on `problem`. */
export class MediaError extends Error {
  readonly problem: MediaProblem
  constructor(problem: MediaProblem, detail = '', cause?: unknown) {
    super(`The recording was refused: ${problem}${detail && ` (${detail})`}`, { cause })
    this.name = 'MediaError'
    this.problem = problem
  }
}
