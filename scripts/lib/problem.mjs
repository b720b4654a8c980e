/** A fault that the reader can mend: what is wrong and what to do about it, in one line. */
export class Problem extends Error {
  /**
   * @param {string} what
   * @param {string} remedy
   * @param {{ cause?: unknown }} [options]
   */
  constructor(what, remedy, options) {
    super(`${what}: ${remedy}`, options)
    this.name = 'Problem'
  }
}

/** Why a command ends early: somebody asked for it. */
export class Stopped extends Error {
  constructor() {
    super('stopped')
  }
}

/**
 * The innermost system error of an error, by its code (`ENOSPC`, `EADDRINUSE`, …).
 * @param {unknown} error
 * @returns {string | undefined}
 */
function systemCode(error) {
  for (let current = error, depth = 0; current instanceof Error && depth < 8; current = current.cause, depth++) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (current)
    if (typeof code === 'string') return code
  }
  return undefined
}

/** Whether a program's words say that the disk is full. @param {string} text */
export const saysDiskFull = (text) => /ENOSPC|EDQUOT|No space left on device|could not extend file|disk (is )?full/i.test(text)

/**
 * Turns what the system says into a Problem where there is a remedy to name, and leaves everything else as it is.
 * @param {unknown} error
 * @param {string} root folder of the checkout, for the remedy's wording
 * @returns {unknown}
 */
export function explain(error, root) {
  if (error instanceof Problem) return error
  const code = systemCode(error)
  const text = error instanceof Error ? error.message : String(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || saysDiskFull(text))
    return new Problem(
      'The disk is full',
      `free some space for ${root} and its .local (\`df -h ${root} ${root}/.local\` shows where) and run the same command again; nothing is lost`,
      {
        cause: error,
      },
    )
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new Problem(`No permission (${text})`, `run as the owner of ${root}, or give that user the right to write there`, {
      cause: error,
    })
  if (code === 'EMFILE' || code === 'ENFILE')
    return new Problem('Too many open files', 'raise the limit with `ulimit -n 8192` and run the same command again', { cause: error })
  return error
}
