import { useCallback, useReducer, useRef } from 'react'
import type { TrackRow } from './track-rows.ts'

interface State {
  rows: TrackRow[]
  past: TrackRow[][]
  ahead: TrackRow[][]
  /** What the last step was about: typing on in one field is one step. */
  about: string | null
}
type Step = { type: 'set'; rows: TrackRow[]; about: string | null; ends: boolean } | { type: 'undo' } | { type: 'redo' }

const mostSteps = 200

function reduce(state: State, step: Step): State {
  const { rows, past, ahead, about } = state
  if (step.type === 'undo') {
    const before = past.at(-1)
    return before ? { rows: before, past: past.slice(0, -1), ahead: [rows, ...ahead], about: null } : state
  }
  if (step.type === 'redo') {
    const [next, ...later] = ahead
    return next ? { rows: next, past: [...past, rows], ahead: later, about: null } : state
  }
  const isSame = step.about !== null && step.about === about
  return { rows: step.rows, past: isSame ? past : [...past.slice(-mostSteps), rows], ahead: [], about: step.ends ? null : step.about }
}

/** The rows of the editor with every step back and forth. */
export function useTrackRows(first: TrackRow[], before: TrackRow[] | null) {
  const [state, dispatch] = useReducer(reduce, { rows: first, past: before ? [before] : [], ahead: [], about: null })
  const count = useRef(0)
  const newKey = useCallback(() => {
    count.current += 1
    return `new-${count.current}`
  }, [])
  const set = useCallback((rows: TrackRow[], about: string | null = null, ends = false) => dispatch({ type: 'set', rows, about, ends }), [])
  const undo = useCallback(() => dispatch({ type: 'undo' }), [])
  const redo = useCallback(() => dispatch({ type: 'redo' }), [])
  return { rows: state.rows, set, undo, redo, canUndo: state.past.length > 0, canRedo: state.ahead.length > 0, newKey }
}
