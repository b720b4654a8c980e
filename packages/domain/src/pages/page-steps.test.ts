import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Step, stepsOf } from './page-steps.ts'

const wrote = (...versions: number[]): Step[] => versions.map((version) => ({ version, stepTo: null }))

describe('stepping back and forth through a page', () => {
  it('goes back as far as there is, and forth again', () => {
    expect(stepsOf(wrote(1, 2, 3))).toEqual({ undo: [2, 1], redo: [] })
    expect(stepsOf([...wrote(1, 2, 3), { version: 4, stepTo: 2 }])).toEqual({ undo: [1], redo: [3] })
    expect(stepsOf([...wrote(1, 2, 3), { version: 4, stepTo: 2 }, { version: 5, stepTo: 1 }])).toEqual({ undo: [], redo: [2, 3] })
  })

  it('forgets what could be redone once somebody writes', () => {
    expect(stepsOf([...wrote(1, 2, 3), { version: 4, stepTo: 2 }, ...wrote(5)])).toEqual({ undo: [2, 1], redo: [] })
  })

  it('counts a step to what is no longer kept as writing', () => {
    expect(stepsOf([...wrote(7, 8), { version: 9, stepTo: 3 }])).toEqual({ undo: [8, 7], redo: [] })
  })

  it('does what a plain editor does, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('write', 'undo', 'redo'), { maxLength: 60 }), (presses) => {
        const revisions: Step[] = [{ version: 1, stepTo: null }]
        const back = [1]
        const forth: number[] = []
        for (const press of presses) {
          const version = revisions.length + 1
          const steps = stepsOf(revisions)
          if (press === 'write') {
            revisions.push({ version, stepTo: null })
            back.push(version)
            forth.length = 0
          } else {
            const stepTo = steps[press as 'undo' | 'redo'][0]
            if (stepTo === undefined) continue
            revisions.push({ version, stepTo })
            if (press === 'undo') forth.unshift(back.pop() as number)
            else back.push(forth.shift() as number)
          }
          const now = stepsOf(revisions)
          if (JSON.stringify(now.undo) !== JSON.stringify(back.slice(0, -1).reverse())) return false
          if (JSON.stringify(now.redo) !== JSON.stringify(forth)) return false
        }
        return true
      }),
    )
  })
})
