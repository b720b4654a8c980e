import type { Problem } from '@residency/edge/routes'
import { Notice } from '@residency/ui/studio'

/** The problem an action answered with, or null: actions answer with other things when all went well. */
export function problemOf(answer: unknown): Problem | null {
  return answer && typeof answer === 'object' && 'problem' in answer ? (answer.problem as Problem) : null
}

/** What could not be done, above the form it is about. */
export function ProblemNotice({ answer }: { answer: unknown }) {
  const problem = problemOf(answer)
  return problem ? <Notice tone="bad">{problem.message}</Notice> : null
}
