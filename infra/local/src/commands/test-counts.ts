import { readState } from '../../../../scripts/lib/state.mjs'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 }

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

export const describeCounts = ({ passed, failed, skipped }: Counts): string =>
  `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`

interface VitestReport {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

/**
 * Reads what vitest's JSON reporter wrote. A run that failed without a failed test (a file that does not load, an error outside a test,
 * no report at all) counts as one failure: it must never look like a pass.
 */
export function readCounts(file: string, code: number): Counts {
  const report = readState(file) as VitestReport | null
  if (!report) return { ...none, failed: 1 }
  const failed = report.numFailedTests
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && (code !== 0 || !report.success) ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
