/** What the player is doing, in one word. */
export type Status = 'idle' | 'loading' | 'playing' | 'paused' | 'buffering' | 'offline' | 'locked' | 'failed' | 'ended'

export type StatusEvent =
  /** A mix was asked for. */
  | 'asked'
  | 'playing'
  | 'paused'
  /** Nothing left to play while more is on its way. */
  | 'starved'
  /** The line is gone and the buffer with it. */
  | 'lost'
  | 'refused'
  | 'broke'
  | 'finished'
  | 'closed'

const next: Record<StatusEvent, (status: Status) => Status> = {
  asked: () => 'loading',
  playing: (status) => (status === 'idle' ? 'idle' : 'playing'),
  // A browser reports a pause at the end, while a source is exchanged and after an error: none of these is somebody's pause.
  paused: (status) => (status === 'playing' || status === 'buffering' || status === 'loading' || status === 'offline' ? 'paused' : status),
  starved: (status) => (status === 'playing' ? 'buffering' : status),
  lost: (status) => (status === 'playing' || status === 'buffering' || status === 'loading' ? 'offline' : status),
  refused: (status) => (status === 'idle' ? 'idle' : 'locked'),
  broke: (status) => (status === 'idle' ? 'idle' : 'failed'),
  finished: (status) => (status === 'idle' ? 'idle' : 'ended'),
  closed: () => 'idle',
}

export const nextStatus = (status: Status, event: StatusEvent): Status => next[event](status)

/** Somebody wants to hear it: what a play button shows as "pause". */
export const wantsSound = (status: Status): boolean =>
  status === 'playing' || status === 'loading' || status === 'buffering' || status === 'offline'
