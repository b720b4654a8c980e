/** A revision, as far as stepping back and forth goes. */
export interface Step {
  version: number
  /** The version whose content Undo or Redo showed again; null: somebody wrote it. */
  stepTo: number | null
}

/** What Undo and Redo lead to, nearest first, as versions. */
export interface PageSteps {
  undo: number[]
  redo: number[]
}

/**
 * Walks a page's revisions, oldest first, as an editor's history: writing adds to it and drops what could have been redone; a step moves
 * within it. A step to a revision that is no longer kept counts as writing.
 */
export function stepsOf(revisions: readonly Step[]): PageSteps {
  const line: number[] = []
  let at = -1
  for (const { version, stepTo } of revisions) {
    const target = stepTo === null ? -1 : line.indexOf(stepTo)
    if (target >= 0) {
      at = target
      continue
    }
    line.splice(at + 1)
    line.push(version)
    at = line.length - 1
  }
  return { undo: line.slice(0, Math.max(0, at)).reverse(), redo: line.slice(at + 1) }
}
