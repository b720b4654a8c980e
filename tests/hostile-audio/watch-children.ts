import { readdirSync, readFileSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const childrenOf = (pid: number): number[] => {
  let tasks: string[] = []
  try {
    tasks = readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
  return tasks.flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number))
}

/** Follows how much memory the processes below this one reach (VmHWM), until `stop`. */
export function watchChildren(): { mostBytes: () => number; stop: () => void } {
  let most = 0
  const look = (pid: number): void => {
    for (const child of childrenOf(pid)) {
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${child}/status`))?.[1] ?? 0) * 1024)
      look(child)
    }
  }
  const timer = setInterval(() => look(process.pid), 5)
  return { mostBytes: () => most, stop: () => clearInterval(timer) }
}
