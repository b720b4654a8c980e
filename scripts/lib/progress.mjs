const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const quietMs = 2_000
const repeatMs = 10_000

/** @typedef {(detail: string) => void} Report says what a step is busy with */

/** @param {number} ms */
export const seconds = (ms) => (ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`)

/**
 * Says what is being done. On a terminal one live line carries every running step with its seconds; elsewhere (a log, a pipe) a step
 * that takes longer than two seconds prints plain lines. Steps may overlap.
 * @param {NodeJS.WriteStream} stream
 */
export function createProgress(stream) {
  /** @type {Map<symbol, { label: string, detail: string, startedAt: number, saidAt: number }>} */
  const running = new Map()
  const live = Boolean(stream.isTTY) && process.env.TERM !== 'dumb'
  const color = live && !process.env.NO_COLOR
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  let frame = 0

  const clear = () => {
    if (live) stream.write('\r\x1b[2K')
  }
  /** @param {string} line */
  const print = (line) => {
    clear()
    stream.write(`${line}\n`)
  }
  /** @param {number} code @param {string} text */
  const paint = (code, text) => (color ? `\x1b[${code}m${text}\x1b[0m` : text)

  const draw = () => {
    const now = Date.now()
    if (live) {
      const parts = [...running.values()].map(
        (step) => `${step.label} ${seconds(now - step.startedAt)}${step.detail && ` (${step.detail})`}`,
      )
      const line = `${frames[frame++ % frames.length]} ${parts.join(' · ')}`
      stream.write(`\r\x1b[2K${line.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`)
      return
    }
    for (const step of running.values()) {
      const elapsed = now - step.startedAt
      if (elapsed < quietMs || now - step.saidAt < repeatMs) continue
      step.saidAt = now
      print(`  ${step.label} … ${seconds(elapsed)}${step.detail && ` (${step.detail})`}`)
    }
  }

  return {
    /** Prints a line of its own. @param {string} [line] */
    say(line = '') {
      print(line)
    },
    /** Prints a line that the reader should not miss. @param {string} line */
    warn(line) {
      print(`${paint(33, '!')} ${line}`)
    },
    /** Prints a fault. @param {string} line */
    fail(line) {
      print(`${paint(31, '✗')} ${line}`)
    },
    /**
     * Runs a piece of work under a label. What it returns is passed on; a string from `summary` is printed behind the label.
     * @template T
     * @param {string} label
     * @param {(report: Report) => Promise<T> | T} work
     * @param {(result: T) => string} [summary]
     * @returns {Promise<T>}
     */
    async step(label, work, summary) {
      const key = Symbol(label)
      const entry = { label, detail: '', startedAt: Date.now(), saidAt: 0 }
      running.set(key, entry)
      timer ??= setInterval(draw, live ? 120 : 500)
      /** @param {string} line */
      const finish = (line) => {
        running.delete(key)
        print(line)
        if (running.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
      try {
        const result = await work((detail) => {
          entry.detail = detail.replace(/\s+/g, ' ').trim().slice(0, 60)
        })
        const said = summary?.(result)
        finish(
          `${paint(32, '✓')} ${label.padEnd(26)} ${paint(2, seconds(Date.now() - entry.startedAt).padStart(7))}${said ? `  ${said}` : ''}`,
        )
        return result
      } catch (error) {
        finish(`${paint(31, '✗')} ${label.padEnd(26)} ${paint(2, seconds(Date.now() - entry.startedAt).padStart(7))}`)
        throw error
      }
    },
  }
}

/** What programs read (`--json`, counts) goes to stdout; then the progress goes to stderr. */
export const progress = createProgress(process.argv.includes('--json') ? process.stderr : process.stdout)
