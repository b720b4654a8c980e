/** Why a form came back, with what to show again. */
export interface FormProblem {
  message: string
  fields: Record<string, string>
  values: Record<string, string>
}

/** The problem an action answered with, or null. */
export function problemOf(answer: unknown): FormProblem | null {
  return answer && typeof answer === 'object' && 'problem' in answer ? (answer.problem as FormProblem) : null
}
